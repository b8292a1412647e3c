/** Who works on a ticket and whose it is: candidates, reassigning, appointing, a guest's ticket given to its resident, reveals. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RevealView } from '@sevengrid/shared/grids/views';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CandidateList } from '@sevengrid/shared/tickets/hand-over.views';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { Residents } from '../grids/residents';
import { Reveals, type RevealSubject } from '../identity/reveals';
import { Scopes } from '../identity/scopes';
import { inputFingerprint } from '../platform/database/fingerprint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Candidates } from './candidates';
import { CaseEngine } from './case-engine';
import { Parties } from './parties';
import { historyOf } from './ticket-history';
import { TicketsService } from './tickets.service';

@Injectable()
export class HandingOverService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: TicketsService,
    private readonly engine: CaseEngine,
    private readonly people: Candidates,
    private readonly scopes: Scopes,
    private readonly parties: Parties,
    private readonly reveals: Reveals,
    private readonly residents: Residents,
  ) {}

  /** Everybody who handles tickets in the grid, but the one who holds it. */
  candidates(actor: Actor, id: string): Promise<CandidateList> {
    return this.uow.read(async (tx) => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('ticket.reassign', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      return this.people.list(tx, await this.people.holders(tx, ticket));
    });
  }

  /** Whoever may verify there and had no hand in it. */
  verifiers(actor: Actor, id: string): Promise<CandidateList> {
    return this.uow.read(async (tx) => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('ticket.appoint', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      return this.people.list(tx, await this.people.verifiers(tx, ticket, await historyOf(tx, id)));
    });
  }

  appoint(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.appoint>): Promise<TicketView> {
    const { verifierId } = input.body;
    const asked = { actor, key, operation: ticketRoutes.appoint.name, input };
    const move = { ticketId: input.params.id, action: 'appoint' as const, given: { verifierId } };
    return this.tickets.move(asked, move, async (tx, ticket, history) => {
      if (!(await this.people.verifiers(tx, ticket, history)).includes(verifierId)) fail('VERIFIER_UNSUITABLE');
    });
  }

  reassign(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.reassign>): Promise<TicketView> {
    const { holderId, words } = input.body;
    const asked = { actor, key, operation: ticketRoutes.reassign.name, input };
    const move = { ticketId: input.params.id, action: 'reassign' as const, given: { holderId }, words };
    return this.tickets.move(asked, move, async (tx, ticket) => {
      if (!(await this.people.holders(tx, ticket)).includes(holderId)) fail('HOLDER_UNSUITABLE');
    });
  }

  /** Gives it to a resident of its household, registered or with an account. */
  attribute(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.attribute>): Promise<TicketView> {
    const { id } = input.params;
    return this.tickets.write({ actor, key, operation: ticketRoutes.attribute.name, input }, id, async (tx) => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('ticket.handle', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      const { residentId } = input.body;
      const { personId, ...party } =
        (await this.residents.find(tx, residentId, ticket.householdId)) ?? fail('NOT_FOUND');
      await this.engine.attribute(tx, actor, id, { as: 'staff', residentId, personId: personId ?? undefined });
      await this.parties.put(tx, id, 'requester', party);
    });
  }

  /** The phone in full, once reason, day's limit and log-in are found right; kept nowhere. */
  async reveal(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.revealRequester>): Promise<RevealView> {
    const { id } = input.params;
    const operation = ticketRoutes.revealRequester.name;
    const subject = async (tx: EntityManager): Promise<RevealSubject> => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('person.reveal', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      if ((await this.phoneOf(tx, id)) === null) fail('NOT_FOUND');
      return { kind: 'ticket', id, scopeId: ticket.gridId };
    };
    const count = async (tx: EntityManager): Promise<{ id: string }> => {
      await this.reveals.count(tx, actor, await subject(tx), input.body);
      return { id };
    };
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint(input) }, count, async (tx) =>
      this.reveals.countAgain(tx, actor, await subject(tx), input.body),
    );
    return this.uow.read(async (tx) => ({ value: (await this.phoneOf(tx, id)) ?? fail('NOT_FOUND') }));
  }

  private async phoneOf(tx: EntityManager, id: string): Promise<string | null> {
    return (await this.parties.of(tx, id)).get('requester')?.phone ?? null;
  }
}
