/** What `npm run audit` checks of tickets: the sealed chain of events, their words, and every row against its events. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { wallCalendar } from '@sevengrid/shared/tickets/deadlines';
import { Audits, type AuditResult } from '../platform/audit/audits';
import { canonicalJson, sha256 } from '../platform/database/fingerprint';
import { FieldCipher } from '../platform/database/field-cipher';
import { rows } from '../platform/database/sql';
import { Seals, type SealedRow } from '../platform/seal/seals';
import { DeadlinePolicies } from './deadline-policies';
import { project, type TicketState } from './projection';
import type { TicketEvent } from './ticket-event';
import { historiesOf } from './ticket-history';
import { STATE, TICKET_COLUMNS, ticketOf, type Ticket, type TicketRow } from './ticket.entity';

const BATCH = 200;

/** `facts` is hashed as it was read back: MySQL reorders the fields of JSON, so they are put in order first. */
export function canonicalEvent({ facts, ...row }: SealedRow): string {
  return canonicalJson({ ...row, facts: typeof facts === 'string' ? (JSON.parse(facts) as unknown) : facts });
}

interface SaidRow {
  id: string;
  ticket_id: string;
  text_digest: string;
  salt: Buffer | null;
  body_enc: Buffer | null;
  kept: string | null;
}

@Injectable()
export class TicketAudits implements OnModuleInit {
  constructor(
    private readonly audits: Audits,
    private readonly seals: Seals,
    private readonly policies: DeadlinePolicies,
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
      const histories = await historiesOf(
        tx,
        tickets.map((ticket) => ticket.id),
      );
      for (const ticket of tickets) {
        const broken = await this.differs(tx, ticket, histories.get(ticket.id) ?? []);
        if (broken) return { walked, broken };
        walked++;
        after = ticket.id;
      }
      if (tickets.length < BATCH) return { walked, broken: null };
    }
  }

  private async differs(tx: EntityManager, ticket: Ticket, history: readonly TicketEvent[]): Promise<string | null> {
    let state: TicketState;
    try {
      state = project(history, await this.policies.policy(tx, ticket.communityId, ticket.policyVersion), wallCalendar);
    } catch (error) {
      return `ticket ${ticket.id} (${ticket.number}): ${error instanceof Error ? error.message : 'no history'}`;
    }
    const field = STATE.find((name) => (state[name] ?? null) !== (ticket[name] ?? null));
    return field ? `ticket ${ticket.id} (${ticket.number}): ${field} is not what its events say` : null;
  }

  /** Erased words prove nothing and break nothing. */
  private async checkWords(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    for (let after = ''; ;) {
      const said = await rows<SaidRow>(
        tx,
        `SELECT e.id, e.ticket_id, e.text_digest, x.salt, x.body_enc, x.id AS kept FROM ticket_event e
         LEFT JOIN texts x ON x.id = e.text_ref WHERE e.text_ref IS NOT NULL AND e.id > ? ORDER BY e.id LIMIT ${BATCH}`,
        [after],
      );
      for (const row of said) {
        if (!this.holds(row))
          return { walked, broken: `event ${row.id} of ticket ${row.ticket_id}: its words were changed` };
        walked++;
        after = row.id;
      }
      if (said.length < BATCH) return { walked, broken: null };
    }
  }

  private holds({ kept, salt, body_enc: body, text_digest: digest }: SaidRow): boolean {
    if (kept === null) return false;
    if (salt === null || body === null) return true;
    try {
      return sha256(salt, this.cipher.open(body)) === digest;
    } catch {
      return false;
    }
  }
}
