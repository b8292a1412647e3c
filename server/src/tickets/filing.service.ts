/** Files an appeal: finds its place and people, takes a number, and answers number, worker and expected time. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InputOf } from '@sevengrid/shared/kernel/route';
import { wallTime } from '@sevengrid/shared/kernel/days';
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { GridTeams } from '../grids/grid-teams';
import { Households } from '../grids/households';
import { Residents } from '../grids/residents';
import { Scopes } from '../identity/scopes';
import { Attachments, mediaIn } from '../media/attachments';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, json, one } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { CardLimit } from './card-limit';
import { CaseEngine } from './case-engine';
import { FollowCodes } from './follow-code';
import { Parties } from './parties';
import { PlaceOfFiling, type FilingPlace } from './place-of-filing';
import type { EventFacts } from './ticket-event';
import { termsOfFiling } from './terms-of-filing';
import { nextSerial, numberOf } from './ticket-number';
import type { FiledAs, Filing } from './ticket.entity';

interface Asking {
  known: Pick<EventFacts, 'personId' | 'residentId'>;
  party: { name: string; phone?: string | null } | null;
}

interface FiledRow {
  number: string;
  grid_id: string;
  filed_as: FiledAs;
  opened_at: Date;
  facts: string | EventFacts;
}

@Injectable()
export class FilingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly texts: Texts,
    private readonly scopes: Scopes,
    private readonly media: Attachments,
    private readonly teams: GridTeams,
    private readonly households: Households,
    private readonly residents: Residents,
    private readonly place: PlaceOfFiling,
    private readonly parties: Parties,
    private readonly cardLimit: CardLimit,
    private readonly codes: FollowCodes,
    private readonly engine: CaseEngine,
  ) {}

  async open(actor: Actor, key: string, input: InputOf<typeof ticketRoutes.open>): Promise<OpenedTicketView> {
    const request = { actor, key, operation: ticketRoutes.open.name, fingerprint: inputFingerprint(input) };
    const { id } = await this.uow.once(request, (tx) => this.file(tx, actor, input.body));
    return this.uow.read((tx) => this.render(tx, id));
  }

  private async file(tx: EntityManager, actor: Actor, body: OpenTicket): Promise<{ id: string }> {
    const place = await this.place.find(tx, actor, body);
    const forSomebody = place.filedAs === 'staff' || place.filedAs === 'central' || body.beneficiary !== undefined;
    if (forSomebody && body.consent === 'self') fail('CONSENT_NEEDED');
    const community = this.scopes.communityOf(place.gridId);
    const terms = (await termsOfFiling(tx, community.id, body.categoryId)) ?? fail('CATEGORY_UNKNOWN');
    const { category, now, policyVersion, calendarRevision } = terms;
    const id = newId();
    const { text, where } = await this.keepWords(tx, body);
    const day = wallTime(now, community.tzOffset).day.replaceAll('-', '');
    const asking = await this.requesterOf(tx, actor, body, place);
    await this.putParties(tx, id, actor, body, { ...asking, ...place });
    const staff = place.filedAs === 'staff';
    const facts: EventFacts = {
      as: staff ? 'staff' : 'requester',
      channel: body.channel,
      grade: category.grade,
      ...asking.known,
      ...mediaIn(body),
      ...(where ? { placeDigest: where.digest } : {}),
    };
    const filing: Omit<Filing, 'serial' | 'number'> = {
      id,
      day,
      communityId: community.id,
      gridId: place.gridId,
      householdId: place.householdId,
      cardId: place.cardId,
      kind: 'appeal',
      categoryId: category.id,
      channel: body.channel,
      consent: body.consent,
      filedAs: place.filedAs,
      recorderId: staff || place.filedAs === 'central' ? actor.id : null,
      textRef: text.ref,
      placeRef: where?.ref ?? null,
      voiceId: body.voiceId ?? null,
      policyVersion,
      openedAt: now,
    };
    await this.media.attach(tx, actor, body, { kind: 'ticket', id });
    const serial = await nextSerial(tx, community.id, day);
    // The day's counter is locked by now, so those who file at once by one card are counted one after the other.
    if (place.cardId !== null)
      await this.cardLimit.keepTo(tx, place.cardId, { day, now, tzOffset: community.tzOffset });
    const number = numberOf(community.numberPrefix, day, serial);
    const opening = { filing: { ...filing, serial, number }, facts, textDigest: text.digest, calendarRevision };
    await this.engine.open(tx, actor, opening);
    return { id };
  }

  /** What is wrong, and where; whoever speaks into the phone may leave both blank. */
  private async keepWords(tx: EntityManager, { words = '', place }: OpenTicket) {
    const [text, where] = await this.texts.putAll(tx, [words, ...(place === undefined ? [] : [place])]);
    if (!text) throw new Error('words that were not kept');
    return { text, where };
  }

  /** Who asks, where that is known, and the name and phone by which they can be reached. */
  private async requesterOf(tx: EntityManager, actor: Actor, body: OpenTicket, place: FilingPlace): Promise<Asking> {
    if (body.residentId !== undefined) {
      if (place.filedAs !== 'staff') return fail('RESIDENT_UNKNOWN');
      const found = (await this.residents.find(tx, body.residentId, place.householdId)) ?? fail('RESIDENT_UNKNOWN');
      const { personId, ...party } = found;
      return { known: { residentId: body.residentId, ...(personId ? { personId } : {}) }, party };
    }
    if (place.filedAs !== 'self') return { known: {}, party: body.requester ?? null };
    return { known: { personId: actor.id }, party: body.requester ?? (await this.households.contactOf(tx, actor.id)) };
  }

  private async putParties(
    tx: EntityManager,
    id: string,
    actor: Actor,
    { beneficiary }: OpenTicket,
    { party, filedAs }: Asking & FilingPlace,
  ) {
    if (party) await this.parties.put(tx, id, 'requester', party);
    if (beneficiary) await this.parties.put(tx, id, 'beneficiary', beneficiary);
    if (filedAs === 'guest')
      await change(tx, 'INSERT INTO ticket_guest (guest_id, ticket_id) VALUES (?, ?)', [actor.id, id]);
  }

  /** What was told when it was filed, also to a retry that comes later. */
  private async render(tx: EntityManager, id: string): Promise<OpenedTicketView> {
    const filed = await one<FiledRow>(
      tx,
      `SELECT t.number, t.grid_id, t.filed_as, t.opened_at, e.facts FROM ticket t
       JOIN ticket_event e ON e.ticket_id = t.id AND e.seq = 1 WHERE t.id = ?`,
      [id],
    );
    if (!filed) return fail('NOT_FOUND');
    const startedAt = filed.opened_at.toISOString();
    return {
      id,
      number: filed.number,
      workerName: (await this.teams.of(tx, filed.grid_id)).answeringName,
      due: { clock: 'accept', at: json(filed.facts).dueAt ?? startedAt, startedAt },
      followCode: filed.filed_as === 'guest' ? this.codes.of(id) : null,
    };
  }
}
