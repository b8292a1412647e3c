/** A desk whose time a test moves, week by week on the community's wall: what time alone does is done at each stop. */
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { NoticeView } from '@sevengrid/shared/notices/views';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { TicketView, TimelineEntryView } from '@sevengrid/shared/tickets/views';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk, type Step } from './at-the-desk';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Of Lhasa. */
const OFFSET = 480 * MINUTE;

/** `2026-11-23 12:00` on the community's wall, as milliseconds UTC. */
export const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00.000Z`) - OFFSET;

export class Week {
  private monday = wall('2026-11-16 00:00');

  private constructor(
    readonly app: TestApp,
    readonly here: Desk,
  ) {}

  /** The demo community in an ordinary year: no day off but Saturday and Sunday. */
  static async start(): Promise<Week> {
    const app = await startApp({ demo: true });
    app.setTime(wall('2026-11-20 09:30'));
    const here = await desk(app);
    await app.dataSource.query('DELETE FROM work_day');
    await app.dataSource.query('UPDATE work_calendar SET revision = revision + 1, redated = revision');
    return new Week(app, here);
  }

  /** Moves on to Monday of a week that nothing has happened in. */
  async begin(time = '12:00'): Promise<void> {
    while (this.monday <= this.app.now) this.monday += 7 * DAY;
    await this.reach(`0 ${time}`);
  }

  /** Moves on to a day, counted from Monday as 0, and an hour; and lets time do what it has to do by then. */
  async reach(when: string): Promise<void> {
    await this.until(this.instant(when));
  }

  async until(instant: number): Promise<void> {
    await this.pass(instant - this.app.now);
    await this.wake();
  }

  /** Moves time only; nobody's session ends by that. */
  async pass(ms: number): Promise<void> {
    if (ms < 0) throw new Error(`time goes back by ${-ms} ms`);
    this.app.moveTime(ms);
    const { now } = this.app;
    const until = [new Date(now), new Date(now + DAY)];
    await this.app.dataSource.query('UPDATE session SET last_seen_at = ?, expires_at = ?', until);
  }

  async wake(): Promise<void> {
    if (!(await this.app.get(Scheduler).runNow('wake-tickets'))) throw new Error('nothing was woken');
    const failed = this.app.log.find((line) => line.includes('was not woken'));
    if (failed) throw new Error(failed);
  }

  /** Day of the week that began, and the nearest minute, of an instant: `2 18:00` is Wednesday six o'clock. */
  shown(at: string | number | null | undefined): string {
    if (at === null || at === undefined) return 'never';
    const instant = typeof at === 'string' ? Date.parse(at) : at;
    const since = Math.round((instant - this.monday) / MINUTE) * MINUTE;
    const time = new Date(((since % DAY) + DAY) % DAY).toISOString().slice(11, 16);
    return `${Math.floor(since / DAY)} ${time}`;
  }

  instant(when: string): number {
    const [day = '0', time = '00:00'] = when.split(' ');
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return this.monday + Number(day) * DAY + hours * HOUR + minutes * MINUTE;
  }

  /** What is due next, and when. */
  due({ due }: Pick<TicketView, 'due'>): string {
    return due ? `${due.clock} ${this.shown(due.at)}` : 'nothing';
  }

  async seen(id: string, by: Caller = this.here.staff): Promise<TicketView> {
    return (await this.here.see(by, id)).reply;
  }

  /** A step that has to go well. */
  async step(by: Caller, step: Step, id: string, body?: object): Promise<TicketView> {
    return (await this.here.try(by, step, id, body)).reply;
  }

  /** What time did to a ticket: `warn contact 80`, `escalate resolve 100 community`. */
  async byTime(id: string): Promise<string[]> {
    const { timeline } = await this.seen(id);
    return timeline.filter(({ actor }) => actor.side === 'system').map(line);
  }

  /** Ids in somebody's list of return visits. */
  async toVerify(by: Caller): Promise<string[]> {
    const { items } = (await by.call(ticketRoutes.queue, { query: { queue: 'to_verify', limit: 100 } })).reply;
    return items.map(({ id }) => id);
  }

  /** Notices about a ticket in somebody's inbox, the oldest first. */
  async told(by: Caller, id: string): Promise<NoticeView[]> {
    await this.app.settle();
    const { items } = (await by.call(noticeRoutes.inbox, { query: { limit: 100 } })).reply;
    return items.filter(({ subject }) => subject.id === id).reverse();
  }

  /** Nothing more will happen to it. */
  async end(id: string): Promise<void> {
    const { resident, staff } = this.here;
    const { moves } = await this.seen(id, resident);
    if (moves.includes('withdraw')) await this.step(resident, 'withdraw', id);
    if (moves.includes('confirm')) await this.step(resident, 'confirm', id);
    if ((await this.seen(id)).moves.includes('revisit')) await this.step(staff, 'revisit', id);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

const line = ({ action, facts }: TimelineEntryView): string =>
  [action, facts.clock, facts.percent, action === 'escalate' ? facts.tier : null]
    .filter((part) => part != null)
    .join(' ');
