/** Brings a ticket to the stage that a test needs, by the people who would do it. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { Stage } from '@sevengrid/shared/tickets/flows';
import type { Grade } from '@sevengrid/shared/tickets/terms';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import type { Cast } from './cast';

type Reached = Exclude<Stage, 'confirmed' | 'withdrawn' | 'reopened'>;

const words = '楼道的水管漏水，请来看看。';

export class Stages {
  constructor(private readonly cast: Cast) {}

  async opened(by: 'resident' | 'guest' = 'resident'): Promise<OpenedTicketView> {
    const { categoryId } = this.cast.place;
    const guest = by === 'guest' ? { requester: { name: this.cast.newName(), phone: this.cast.newPhone() } } : {};
    const body = { categoryId, words, consent: 'self' as const, channel: 'mini' as const, ...guest };
    const caller = await this.cast.as(by);
    return (await caller.call(ticketRoutes.open, { body })).reply;
  }

  /** The id of a ticket of the resident that stands at `stage`, held by the grid's worker, verified by a second member of staff. */
  async at(stage: Reached, by: 'resident' | 'guest' = 'resident', grade: Grade = 'G2'): Promise<string> {
    const { id } = await this.opened(by);
    const params = { id };
    const worker = await this.cast.as('worker');
    if (stage === 'submitted') return id;
    if (stage === 'declined') {
      const body = { reason: 'outside_area' as const, words: '请找物业公司办理' };
      void (await (await this.cast.as('lead')).call(ticketRoutes.decline, { params, body })).reply;
      return id;
    }
    void (await worker.call(ticketRoutes.accept, { params, body: { grade } })).reply;
    if (stage === 'accepted') return id;
    void (await worker.call(ticketRoutes.contact, { params, body: { how: 'visit', words: '上门看过了' } })).reply;
    if (stage === 'working') return id;
    void (await worker.call(ticketRoutes.resolve, { params, body: { outcome: 'solved', words: '换了水管' } })).reply;
    if (stage === 'resolved') return id;
    const second = await this.cast.as('second');
    void (await second.call(ticketRoutes.verify, { params, body: { finding: 'solved', how: 'call' } })).reply;
    return id;
  }

  /** A ticket on which the requester is asked something. */
  async asked(): Promise<string> {
    const id = await this.at('working');
    const body = { how: 'call' as const, words: '在几楼？' };
    void (await (await this.cast.as('worker')).call(ticketRoutes.ask, { params: { id }, body })).reply;
    return id;
  }

  /** A ticket with a request to the outside body. */
  async coordinated(): Promise<{ id: string; requestId: string }> {
    const id = await this.at('accepted');
    const body = { organisationId: this.cast.place.bodyId, words: '请看看管线', withContact: false };
    const second = await this.cast.as('second');
    const { requests } = (await second.call(ticketRoutes.coordinate, { params: { id }, body })).reply;
    return { id, requestId: requests[0]?.id ?? '' };
  }
}
