/** Finds a guest's ticket again by number and follow-code: to look on as a guest, or to take it over as a person. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GuestClaims, type GuestClaim } from '../identity/guest-claims';
import { Guests } from '../identity/guests';
import { Scopes } from '../identity/scopes';
import { Sessions } from '../identity/sessions';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { FollowTicket } from '@sevengrid/shared/tickets/requests';
import type { FollowView } from '@sevengrid/shared/tickets/views';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CaseEngine } from './case-engine';
import { FollowCodes } from './follow-code';
import { FollowTries } from './follow-tries';
import { numberOf, readNumber } from './ticket-number';
import { findTicket, type Ticket } from './ticket.entity';
import { hasKnownRequester } from './who-sees';

/** Whose tries these are: a network address, or a person. */
interface Asker {
  is: string;
  personId?: string;
}

@Injectable()
export class FollowingService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly guests: Guests,
    private readonly sessions: Sessions,
    private readonly claims: GuestClaims,
    private readonly codes: FollowCodes,
    private readonly tries: FollowTries,
    private readonly scopes: Scopes,
    private readonly engine: CaseEngine,
  ) {}

  onModuleInit(): void {
    this.claims.register((tx, claim) => this.takeOver(tx, claim));
  }

  /** @param address of the network, so that a stranger's wrong tries are the stranger's */
  async follow(body: FollowTicket, address: string): Promise<FollowView> {
    const ticket = await this.find(body, { is: address });
    return this.uow.run(async (tx) => {
      const guestId = await this.guests.open(tx, { cardId: null, scopeId: ticket.gridId });
      await change(tx, 'INSERT INTO ticket_guest (guest_id, ticket_id) VALUES (?, ?)', [guestId, ticket.id]);
      return { ...(await this.sessions.openForGuest(tx, guestId)), ticketId: ticket.id };
    });
  }

  /** Answers the id of the ticket that is now the actor's. */
  async claim(actor: Actor, key: string, body: FollowTicket): Promise<string> {
    const { id } = await this.find(body, { is: actor.id, personId: actor.id });
    const request = { actor, key, operation: ticketRoutes.claim.name, fingerprint: inputFingerprint(body) };
    const kept = await this.uow.once(request, async (tx) => {
      const ticket = (await findTicket(tx, id, 'FOR UPDATE')) ?? fail('FOLLOW_CODE_WRONG');
      if (ticket.requesterPersonId === actor.id) return { id };
      // Whoever else it belongs to by now is nobody's business.
      if (hasKnownRequester(ticket)) fail('FOLLOW_CODE_WRONG');
      await this.engine.attribute(tx, actor, id, { as: 'requester', personId: actor.id });
      return { id };
    });
    return kept.id;
  }

  /**
   * Wrong tries are counted in a transaction of their own, since the one that fails is undone.
   * Once a ticket is somebody's, its code is wrong for everybody but them.
   */
  private async find({ number, code }: FollowTicket, asker: Asker): Promise<Ticket> {
    const numbers = this.meant(number);
    const found = await this.uow.run(async (tx): Promise<Ticket | 'wrong' | 'too often'> => {
      const tested: string[] = [];
      for (const meant of numbers) {
        const known = await this.tested(tx, meant, code, asker);
        if (known === 'too often') continue;
        if (known !== 'wrong') return known;
        tested.push(meant);
      }
      for (const wrong of tested) await this.tries.count(tx, wrong, asker.is);
      return tested.length === 0 ? 'too often' : 'wrong';
    });
    if (found === 'too often') return fail('TOO_OFTEN', { retryAfter: 3600 });
    return found === 'wrong' ? fail('FOLLOW_CODE_WRONG') : found;
  }

  /** The numbers it may be: whoever leaves the community's character out may mean any community; the code says which. */
  private meant(typed: string): string[] {
    const read = readNumber(typed) ?? fail('FOLLOW_CODE_WRONG');
    if (read.prefix !== '') return [read.number];
    return this.scopes.numberPrefixes().map((prefix) => numberOf(prefix, read.day, read.serial));
  }

  private async tested(
    tx: EntityManager,
    number: string,
    code: string,
    asker: Asker,
  ): Promise<Ticket | 'wrong' | 'too often'> {
    // One after the other for one number, or many tries at once would all find the limit not yet reached.
    const row = await one<{ id: string; filed_as: string }>(
      tx,
      'SELECT id, filed_as FROM ticket WHERE number = ? FOR UPDATE',
      [number],
    );
    if (await this.tries.areTooMany(tx, number, asker.is)) return 'too often';
    if (row?.filed_as !== 'guest' || !this.codes.matches(row.id, code)) return 'wrong';
    const ticket = await findTicket(tx, row.id);
    if (!ticket) return 'wrong';
    const theirs = asker.personId !== undefined && ticket.requesterPersonId === asker.personId;
    return theirs || !hasKnownRequester(ticket) ? ticket : 'wrong';
  }

  /** Part of a log-in: what the guest filed on this phone becomes the person's. */
  private async takeOver(tx: EntityManager, { guestId, personId }: GuestClaim): Promise<void> {
    const mine = await rows<{ id: string }>(
      tx,
      `SELECT t.id FROM ticket_guest g JOIN ticket t ON t.id = g.ticket_id
       WHERE g.guest_id = ? AND t.requester_person_id IS NULL AND t.requester_resident_id IS NULL ORDER BY t.id`,
      [guestId],
    );
    for (const { id } of mine)
      await this.engine.attribute(tx, { id: personId, kind: 'person' }, id, { as: 'requester', personId });
  }
}
