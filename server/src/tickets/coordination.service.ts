/** Outside bodies: staff ask them to do their part, and they answer or send it back, each within its own requests. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PartnerAction } from '@sevengrid/shared/tickets/flows';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import type { CoordinationQuery } from '@sevengrid/shared/tickets/coordination.requests';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { PartnerList, PartnerRequestPage, PartnerRequestView, TicketView } from '@sevengrid/shared/tickets/views';
import { Scopes } from '../identity/scopes';
import { mediaIn } from '../media/attachments';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import type { Given } from './appeal-rules';
import { CaseEngine } from './case-engine';
import { coordinationsFor, findCoordination, partnersIn } from './coordination.queries';
import { CoordinationViews } from './coordination.views';
import type { CoordinationRow } from './side-records';
import { findTicket } from './ticket.entity';
import { TicketsService } from './tickets.service';

interface Answer {
  action: PartnerAction;
  given?: Given;
  words: string;
}

/** The bodies for which the actor answers. */
const bodiesOf = (actor: Actor): string[] => [
  ...new Set(
    actor.grants.flatMap(({ permissions, organisationId }) =>
      permissions.has('coordination.answer') && organisationId ? [organisationId] : [],
    ),
  ),
];

@Injectable()
export class CoordinationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly audit: AuditLog,
    private readonly tickets: TicketsService,
    private readonly engine: CaseEngine,
    private readonly views: CoordinationViews,
  ) {}

  /** Bodies of the communities where the actor may ask, and of the scopes above them. */
  partners(actor: Actor): Promise<PartnerList> {
    const scopes = [...new Set(actor.scopesWith('ticket.coordinate').flatMap((id) => this.scopes.pathOf(id)))];
    return this.uow.read(async (tx) => ({ items: await partnersIn(tx, scopes) }));
  }

  coordinate(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.coordinate>): Promise<TicketView> {
    const { organisationId, words, withContact } = input.body;
    const given = { requestId: newId(), organisationId, withContact, ...mediaIn(input.body) };
    const asked = { actor, key, operation: ticketRoutes.coordinate.name, input };
    const move = { ticketId: input.params.id, action: 'coordinate' as const, given, words };
    return this.tickets.move(asked, move, async (tx, ticket) => {
      const known = await partnersIn(tx, this.scopes.pathOf(ticket.communityId));
      if (!known.some(({ id }) => id === organisationId)) fail('PARTNER_UNKNOWN');
    });
  }

  recall(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.recall>): Promise<TicketView> {
    const { requestId, words } = input.body;
    const asked = { actor, key, operation: ticketRoutes.recall.name, input };
    return this.tickets.move(asked, { ticketId: input.params.id, action: 'recall', given: { requestId }, words });
  }

  list(actor: Actor, query: CoordinationQuery): Promise<PartnerRequestPage> {
    return this.uow.read(async (tx) => {
      const { found, nextCursor } = await coordinationsFor(tx, bodiesOf(actor), query);
      return { items: await this.views.of(tx, found), nextCursor };
    });
  }

  one(actor: Actor, id: string): Promise<PartnerRequestView> {
    return this.uow.run(async (tx) => {
      const row = await this.own(tx, actor, id);
      await this.noteReading(tx, actor, row);
      return this.view(tx, row);
    });
  }

  async answer(
    actor: Actor,
    key: string,
    id: string,
    { action, given = {}, words }: Answer,
  ): Promise<PartnerRequestView> {
    const operation = { reply: coordinationRoutes.reply.name, return: coordinationRoutes.sendBack.name }[action];
    const request = { actor, key, operation, fingerprint: inputFingerprint({ id, given, words }) };
    await this.uow.once(request, async (tx) => {
      const { ticket_id: ticketId } = await this.own(tx, actor, id);
      await this.engine.answerFor(tx, actor, { ticketId, action, given: { ...given, requestId: id }, words });
      return { id };
    });
    return this.uow.read(async (tx) => this.view(tx, await this.own(tx, actor, id)));
  }

  /** Somebody else's answers like one that does not exist. */
  private async own(tx: EntityManager, actor: Actor, id: string): Promise<CoordinationRow> {
    const row = (await findCoordination(tx, id)) ?? fail('NOT_FOUND');
    return bodiesOf(actor).includes(row.organisation_id) ? row : fail('NOT_FOUND');
  }

  private async view(tx: EntityManager, row: CoordinationRow): Promise<PartnerRequestView> {
    return (await this.views.one(tx, row)) ?? fail('NOT_FOUND');
  }

  private async noteReading(
    tx: EntityManager,
    actor: Actor,
    { id, ticket_id: ticketId }: CoordinationRow,
  ): Promise<void> {
    const ticket = await findTicket(tx, ticketId);
    const subject = { kind: 'coordination', id };
    await this.audit.record(tx, { actor, action: 'coordination.read', subject, scopeId: ticket?.gridId });
  }
}
