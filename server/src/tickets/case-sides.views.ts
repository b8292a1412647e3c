/** What a ticket's page shows beside the ticket: the open question, who joined, outside bodies, and in whose hands it lay. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { People } from '../identity/people';
import { Clock } from '../platform/clock/clock';
import { Texts } from '../platform/database/texts';
import type { CaseState } from './case-state';
import { organisationNames } from './coordination.queries';
import { heldMinutes } from './held-minutes';
import type { TicketEvent } from './ticket-event';
import type { Told } from './who-may';
import type { Sight } from './who-sees';

type Sides = Pick<TicketView, 'question' | 'joined' | 'verifierName' | 'requests' | 'rated' | 'held'>;

const iso = (instant: number): string => new Date(instant).toISOString();

@Injectable()
export class CaseSides {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
    private readonly texts: Texts,
  ) {}

  async of(tx: EntityManager, { state, history }: Told, sight: Sight): Promise<Sides> {
    const names = await this.people.displayNames(tx, [
      ...state.joined.map(({ personId }) => personId),
      ...(state.verifierId ? [state.verifierId] : []),
    ]);
    return {
      question: await this.question(tx, state, history),
      joined: state.joined.map(({ personId, tier }) => ({ displayName: names.get(personId) ?? '', tier })),
      verifierName: names.get(state.verifierId ?? '') ?? null,
      requests: sight.work ? await this.requests(tx, state) : [],
      rated: state.rated,
      held: sight.work ? await this.held(tx, history) : null,
    };
  }

  private async question(
    tx: EntityManager,
    { askedAt, clocks }: CaseState,
    history: readonly TicketEvent[],
  ): Promise<Sides['question']> {
    if (askedAt === null) return null;
    const ref = history.findLast(({ action }) => action === 'ask')?.textRef ?? null;
    const texts = await this.texts.read(tx, ref ? [ref] : []);
    return { askedAt: iso(askedAt), until: iso(clocks.answer?.at ?? askedAt), words: texts.get(ref ?? '') ?? null };
  }

  private async requests(tx: EntityManager, { requests }: CaseState): Promise<Sides['requests']> {
    const bodies = await organisationNames(
      tx,
      requests.map(({ organisationId }) => organisationId),
    );
    return requests.toReversed().map(({ id, organisationId, state, askedAt, due, endedAt }) => ({
      id,
      organisationName: bodies.get(organisationId) ?? '',
      state,
      askedAt: iso(askedAt),
      dueAt: iso(due.at),
      endedAt: endedAt === null ? null : iso(endedAt),
    }));
  }

  private async held(tx: EntityManager, history: readonly TicketEvent[]): Promise<Sides['held']> {
    const now = (await this.clock.now(tx)).getTime();
    return [...heldMinutes(history, now)].map(([hands, minutes]) => ({ hands, minutes }));
  }
}
