/** Tickets as their readers meet them: categories, lists, one ticket, and the actions that only the engine may make. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { CountQuery, MineQuery, QueueQuery } from '@sevengrid/shared/tickets/requests';
import type { CategoryList, TicketCountsView, TicketPage, TicketView } from '@sevengrid/shared/tickets/views';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CaseEngine, type Guard, type Move } from './case-engine';
import { Categories } from './categories';
import { findShown, type ShownTicket } from './shown-ticket';
import type { Ticket } from './ticket.entity';
import { TicketQueries, type ShownPage } from './tickets.queries';
import { TicketViews } from './tickets.views';
import { tell } from './told';
import { WhoSees, type Sight } from './who-sees';

/** One write under its Idempotency-Key. */
export interface Asked {
  actor: Actor;
  key: string;
  /** Name of the route. */
  operation: string;
  input: unknown;
}

@Injectable()
export class TicketsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly scopes: Scopes,
    private readonly categoryRows: Categories,
    private readonly queries: TicketQueries,
    private readonly views: TicketViews,
    private readonly engine: CaseEngine,
    private readonly whoSees: WhoSees,
  ) {}

  categories(actor: Actor, { communityId }: CommunityQuery): Promise<CategoryList> {
    return this.uow.read(async (tx) => {
      const community = this.scopes.communityOfActor(actor, communityId);
      if (!community && communityId !== undefined) fail('NOT_FOUND');
      return { items: community ? await this.categoryRows.of(tx, community.id) : [] };
    });
  }

  queue(actor: Actor, query: QueueQuery): Promise<TicketPage> {
    return this.uow.read(async (tx) => this.list(tx, actor, await this.queries.queue(tx, actor, query)));
  }

  counts(actor: Actor, query: CountQuery): Promise<TicketCountsView> {
    return this.uow.read((tx) => this.queries.counts(tx, actor, query.gridId));
  }

  mine(actor: Actor, query: MineQuery): Promise<TicketPage> {
    return this.uow.read(async (tx) => this.list(tx, actor, await this.queries.mine(tx, actor, query)));
  }

  /** Reading somebody else's goes on the audit log before anything of it leaves. */
  one(actor: Actor, id: string): Promise<TicketView> {
    return this.uow.read(async (tx) => {
      const { ticket, sight } = await this.seen(tx, actor, id);
      await this.noteReading(tx, actor, ticket, sight);
      return this.views.detail(tx, actor, await tell(tx, ticket), sight);
    });
  }

  /** The ticket and what it is to the actor, or 404. */
  async seen(tx: EntityManager, actor: Actor, id: string): Promise<{ ticket: ShownTicket; sight: Sight }> {
    const ticket = (await findShown(tx, id)) ?? fail('NOT_FOUND');
    return { ticket, sight: (await this.whoSees.sight(tx, actor, ticket)) ?? fail('NOT_FOUND') };
  }

  /** One action of the flow, done once for its key; answers the ticket as it now stands. */
  move(
    asked: Asked,
    move: Move,
    guard?: (tx: EntityManager, ...found: Parameters<Guard>) => ReturnType<Guard>,
  ): Promise<TicketView> {
    return this.write(asked, move.ticketId, (tx) =>
      this.engine.move(tx, asked.actor, move, guard && ((...found) => guard(tx, ...found))),
    );
  }

  /** Some other write on one ticket. */
  async write(asked: Asked, id: string, work: (tx: EntityManager) => Promise<void>): Promise<TicketView> {
    const { actor, key, operation, input } = asked;
    const request = { actor, key, operation, fingerprint: inputFingerprint(input) };
    const done = async (tx: EntityManager): Promise<{ id: string }> => {
      await work(tx);
      return { id };
    };
    // A repeat shows the ticket as it is by then, which is a reading like any other.
    await this.uow.once(request, done, async (tx) => {
      const { ticket, sight } = await this.seen(tx, actor, id);
      await this.noteReading(tx, actor, ticket, sight);
    });
    return this.shown(actor, id);
  }

  /** The ticket after a write; history tells of the write, so nothing more goes on the audit log. */
  shown(actor: Actor, id: string): Promise<TicketView> {
    return this.uow.read(async (tx) => {
      const { ticket, sight } = await this.seen(tx, actor, id);
      return this.views.detail(tx, actor, await tell(tx, ticket), sight);
    });
  }

  private async noteReading(tx: EntityManager, actor: Actor, { id, gridId }: Ticket, sight: Sight): Promise<void> {
    if (sight.requester) return;
    const subject = { kind: 'ticket', id };
    await this.audit.record(tx, { actor, action: 'ticket.read', subject, scopeId: gridId });
  }

  private async list(tx: EntityManager, actor: Actor, { tickets, nextCursor }: ShownPage): Promise<TicketPage> {
    return { items: await this.views.rows(tx, actor, tickets), nextCursor };
  }
}
