/** What `npm run audit` checks of tickets: the sealed chain of events, their words, and every row against its events. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audits, type AuditResult } from '../platform/audit/audits';
import { canonicalJson, sha256 } from '../platform/database/fingerprint';
import { FieldCipher } from '../platform/database/field-cipher';
import { rows } from '../platform/database/sql';
import { Seals, type SealedRow } from '../platform/seal/seals';
import type { CaseState } from './case-state';
import { rowOf } from './projection';
import { replay } from './replay';
import { coordinationsOf, joinedOf } from './side-records';
import type { EventFacts, TicketEvent } from './ticket-event';
import { historiesOf } from './ticket-history';
import { FILING_FACTS, STATE, TICKET_COLUMNS, ticketOf, type Ticket, type TicketRow } from './ticket.entity';

const BATCH = 200;

/** `facts` is hashed as it was read back: MySQL reorders the fields of JSON, so they are put in order first. */
export function canonicalEvent({ facts, ...row }: SealedRow): string {
  return canonicalJson({ ...row, facts: typeof facts === 'string' ? (JSON.parse(facts) as unknown) : facts });
}

interface SaidRow {
  id: string;
  ticket_id: string;
  facts: string | EventFacts;
  text_ref: string | null;
  text_digest: string | null;
}

interface TextRow {
  id: string;
  salt: Buffer | null;
  body_enc: Buffer | null;
}

interface Said {
  ref: string | null | undefined;
  digest: string | null | undefined;
}

/** What was said with an event: its words, and the words that say where. */
function saidIn({ facts, text_ref: ref, text_digest: digest }: SaidRow): Said[] {
  const { placeRef, placeDigest, filing } = typeof facts === 'string' ? (JSON.parse(facts) as EventFacts) : facts;
  const all: Said[] = [
    { ref, digest },
    { ref: placeRef ?? filing?.placeRef, digest: placeDigest },
  ];
  return all.filter((said) => said.ref || said.digest);
}

/** The first column of the filing that is not what the opening event says. */
function filedOtherwise(ticket: Ticket, [opening]: readonly TicketEvent[]): string | null {
  const filed = opening?.facts.filing;
  if (!filed) return 'its filing';
  if (opening.at !== ticket.openedAt) return 'openedAt';
  if (opening.textRef !== ticket.textRef) return 'textRef';
  return FILING_FACTS.find((name) => (filed[name] ?? null) !== (ticket[name] ?? null)) ?? null;
}

/** What stands in tables of its own of a case, as lines to compare. */
const sideLines = ({ joined, requests }: CaseState): string[] => [
  ...new Map(joined.map(({ personId, tier }) => [personId, `${personId} ${tier}`])).values(),
  ...requests.map(({ id, organisationId, state, due }) => `${id} ${organisationId} ${state} ${due.at}`),
];

function differs(ticket: Ticket, history: readonly TicketEvent[], sides: readonly string[]): string | null {
  let state: CaseState;
  try {
    state = replay(history);
  } catch (error) {
    return `ticket ${ticket.id} (${ticket.number}): ${error instanceof Error ? error.message : 'no history'}`;
  }
  const row = rowOf(state);
  const differing = STATE.find((name) => (row[name] ?? null) !== (ticket[name] ?? null));
  const besides = [...sideLines(state)].sort().join() === [...sides].sort().join() ? null : 'who joined or was asked';
  const field = filedOtherwise(ticket, history) ?? differing ?? besides;
  return field ? `ticket ${ticket.id} (${ticket.number}): ${field} is not what its events say` : null;
}

@Injectable()
export class TicketAudits implements OnModuleInit {
  constructor(
    private readonly audits: Audits,
    private readonly seals: Seals,
    private readonly cipher: FieldCipher,
  ) {}

  onModuleInit(): void {
    this.seals.register({ name: 'ticket_event', table: 'ticket_event', canonical: canonicalEvent });
    this.audits.register({ name: 'tickets are what their events say', run: (tx) => this.checkRows(tx) });
    this.audits.register({ name: 'words are what was said', run: (tx) => this.checkWords(tx) });
  }

  private async checkRows(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    for (let after = ''; ;) {
      const sql = `SELECT ${TICKET_COLUMNS} FROM ticket t WHERE t.id > ? ORDER BY t.id LIMIT ${BATCH}`;
      const tickets = (await rows<TicketRow>(tx, sql, [after])).map(ticketOf);
      const ids = tickets.map((ticket) => ticket.id);
      const histories = await historiesOf(tx, ids);
      const sides = await this.sidesOf(tx, ids);
      for (const ticket of tickets) {
        const broken = differs(ticket, histories.get(ticket.id) ?? [], sides.get(ticket.id) ?? []);
        if (broken) return { walked, broken };
        walked++;
        after = ticket.id;
      }
      if (tickets.length < BATCH) return { walked, broken: null };
    }
  }

  private async sidesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const sides = new Map<string, string[]>(ids.map((id) => [id, []]));
    for (const { ticketId, personId, tier } of await joinedOf(tx, ids))
      sides.get(ticketId)?.push(`${personId} ${tier}`);
    for (const row of await coordinationsOf(tx, ids))
      sides.get(row.ticket_id)?.push(`${row.id} ${row.organisation_id} ${row.state} ${row.due_at.getTime()}`);
    return sides;
  }

  /** Erased words prove nothing and break nothing. */
  private async checkWords(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    for (let after = ''; ;) {
      const events = await rows<SaidRow>(
        tx,
        `SELECT e.id, e.ticket_id, e.facts, e.text_ref, e.text_digest FROM ticket_event e
         WHERE e.id > ? ORDER BY e.id LIMIT ${BATCH}`,
        [after],
      );
      const kept = await this.textsOf(tx, events);
      for (const event of events) {
        const said = saidIn(event);
        if (!said.every((words) => this.holds(words, kept)))
          return { walked, broken: `event ${event.id} of ticket ${event.ticket_id}: its words were changed` };
        walked += said.length;
        after = event.id;
      }
      if (events.length < BATCH) return { walked, broken: null };
    }
  }

  private async textsOf(tx: EntityManager, events: readonly SaidRow[]): Promise<Map<string, TextRow>> {
    const refs = events.flatMap(saidIn).flatMap(({ ref }) => ref ?? []);
    if (refs.length === 0) return new Map();
    const found = await rows<TextRow>(tx, 'SELECT id, salt, body_enc FROM texts WHERE id IN (?)', [refs]);
    return new Map(found.map((row) => [row.id, row]));
  }

  private holds({ ref, digest }: Said, kept: ReadonlyMap<string, TextRow>): boolean {
    const text = kept.get(ref ?? '');
    if (!text || !digest) return false;
    if (text.salt === null || text.body_enc === null) return true;
    try {
      return sha256(text.salt, this.cipher.open(text.body_enc)) === digest;
    } catch {
      return false;
    }
  }
}
