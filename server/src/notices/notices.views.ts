/** The only way notices leave: type and parameters, with number, first words and names looked up at the time of reading. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeType, NoticeView, SubjectKind } from '@sevengrid/shared/notices/views';
import { People } from '../identity/people';
import { Texts } from '../platform/database/texts';
import { requestsAbout } from '../tickets/coordination.queries';
import { findTickets } from '../tickets/ticket.entity';
import { titleOf } from '../tickets/tickets.views';
import type { StoredFacts } from './notice-book';

export interface NoticeRow {
  id: string;
  type: NoticeType;
  subject_kind: SubjectKind;
  subject_id: string;
  facts: string | StoredFacts;
  at: Date;
  read_at: Date | null;
}

const storedOf = (row: NoticeRow): StoredFacts =>
  typeof row.facts === 'string' ? (JSON.parse(row.facts) as StoredFacts) : row.facts;

@Injectable()
export class NoticeViews {
  constructor(
    private readonly people: People,
    private readonly texts: Texts,
  ) {}

  async of(tx: EntityManager, rows: readonly NoticeRow[]): Promise<NoticeView[]> {
    const stored = rows.map(storedOf);
    const idsOf = (kind: SubjectKind) => rows.filter((row) => row.subject_kind === kind).map((row) => row.subject_id);
    const about = idsOf('ticket');
    const requests = await requestsAbout(tx, idsOf('coordination'));
    const tickets = new Map((await findTickets(tx, [...new Set(about)])).map((ticket) => [ticket.id, ticket]));
    const refs = [...tickets.values()].map((ticket) => ticket.textRef);
    const texts = await this.texts.read(tx, [...refs, ...stored.flatMap((facts) => facts.reasonRef ?? [])]);
    const people = stored.flatMap((facts) => [facts.actorId ?? [], facts.holderId ?? []].flat());
    const names = await this.people.displayNames(tx, people);
    return rows.map((row, i) => {
      const { actorId, holderId, reasonRef, ...facts } = stored[i] ?? {};
      const ticket = tickets.get(row.subject_id);
      const request = row.subject_kind === 'coordination' ? requests.get(row.subject_id) : undefined;
      const words = ticket && texts.get(ticket.textRef);
      return {
        id: row.id,
        type: row.type,
        at: row.at.toISOString(),
        read: row.read_at !== null,
        subject: { kind: row.subject_kind, id: row.subject_id },
        facts: {
          ...facts,
          ...(ticket ? { number: ticket.number, title: words ? titleOf(words) : null } : {}),
          ...(request ? { number: request.number, category: request.category } : {}),
          ...(request?.building ? { place: request.building } : {}),
          ...(ticket?.voiceId ? { spoken: true } : {}),
          ...(actorId ? { actorName: names.get(actorId) ?? null } : {}),
          ...(holderId && names.has(holderId) ? { holderName: names.get(holderId) } : {}),
          ...(reasonRef ? { reason: texts.get(reasonRef) ?? null } : {}),
        },
      };
    });
  }
}
