/** Who works on a ticket and whose it is: candidates, reassigning, a guest's ticket given to its resident, reveals. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RevealView } from '@sevengrid/shared/grids/views';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CandidateList, TicketView } from '@sevengrid/shared/tickets/views';
import { GridTeams } from '../grids/grid-teams';
import { People } from '../identity/people';
import { Reveals, type RevealSubject } from '../identity/reveals';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CaseEngine } from './case-engine';
import { Parties } from './parties';
import type { Ticket } from './ticket.entity';
import { TicketsService } from './tickets.service';

@Injectable()
export class HandingOverService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: TicketsService,
    private readonly engine: CaseEngine,
    private readonly people: People,
    private readonly teams: GridTeams,
    private readonly scopes: Scopes,
    private readonly parties: Parties,
    private readonly reveals: Reveals,
    private readonly cipher: FieldCipher,
  ) {}

  /** Everybody who handles tickets in the grid, but the one who holds it. */
  candidates(actor: Actor, id: string): Promise<CandidateList> {
    return this.uow.read(async (tx) => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('ticket.reassign', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      const ids = await this.suitable(tx, ticket);
      const names = await this.people.displayNames(tx, ids);
      const inHand = await this.inHand(tx, ids);
      const items = [];
      for (const person of ids) {
        const [serves] = await this.teams.gridsOf(tx, person);
        const grid = serves ? this.scopes.view(serves.gridId) : null;
        items.push({
          id: person,
          displayName: names.get(person) ?? '',
          gridName: grid?.name ?? null,
          gridNameBo: grid?.nameBo ?? null,
          onLeave: await this.teams.onLeave(tx, person),
          inHand: inHand.get(person) ?? 0,
        });
      }
      return { items };
    });
  }

  reassign(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.reassign>): Promise<TicketView> {
    const { holderId, words } = input.body;
    const asked = { actor, key, operation: ticketRoutes.reassign.name, input };
    const move = { ticketId: input.params.id, action: 'reassign' as const, given: { holderId }, words };
    return this.tickets.move(asked, move, async (tx, ticket) => {
      if (!(await this.suitable(tx, ticket)).includes(holderId)) fail('HOLDER_UNSUITABLE');
    });
  }

  /** Gives it to a resident of its household, registered or with an account. */
  attribute(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.attribute>): Promise<TicketView> {
    const { id } = input.params;
    return this.tickets.write({ actor, key, operation: ticketRoutes.attribute.name, input }, id, async (tx) => {
      const { ticket } = await this.tickets.seen(tx, actor, id);
      if (!actor.may('ticket.handle', this.scopes.pathOf(ticket.gridId))) fail('NOT_ALLOWED');
      const resident = await one<{ person_id: string | null; name_enc: Buffer; phone_enc: Buffer | null }>(
        tx,
        'SELECT person_id, name_enc, phone_enc FROM resident WHERE id = ? AND household_id = ?',
        [input.body.residentId, ticket.householdId],
      );
      if (!resident) return fail('NOT_FOUND');
      const personId = resident.person_id ?? undefined;
      await this.engine.attribute(tx, actor, id, { as: 'staff', residentId: input.body.residentId, personId });
      await this.parties.put(tx, id, 'requester', {
        name: this.cipher.open(resident.name_enc),
        phone: resident.phone_enc && this.cipher.open(resident.phone_enc),
      });
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

  private async suitable(tx: EntityManager, ticket: Ticket): Promise<string[]> {
    const handlers = await this.people.holding(tx, 'ticket.handle', ticket.gridId);
    return handlers.filter((person) => person !== ticket.holderId);
  }

  private async inHand(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const found = await rows<{ holder_id: string; n: number }>(
      tx,
      "SELECT holder_id, COUNT(*) AS n FROM ticket WHERE holder_id IN (?) AND phase IN ('new', 'active') GROUP BY holder_id",
      [ids],
    );
    return new Map(found.map((row) => [row.holder_id, row.n]));
  }
}
