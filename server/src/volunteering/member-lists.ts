/** Members as lists and as single views, read with everything that a view of them needs. */
import { Injectable } from '@nestjs/common';
import type { MemberView, MemberRequestView } from '@sevengrid/shared/volunteering/members.views';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { rows, type SqlValue } from '../platform/database/sql';
import type { Where } from '../platform/database/where';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { MEMBER, MemberRows } from './member-rows';
import { Units } from './units';
import { memberRequestView, memberView, type MemberReader, type ReadMember } from './volunteering.views';

const READ = `SELECT of.*, p.name_enc AS person_name, of.state = 'asked' AND EXISTS (SELECT 1 FROM membership l
    WHERE l.community_id = of.community_id AND l.sole_phone = of.phone_idx AND l.unit_id = of.unit_id
      AND l.person_id IS NULL) AS matches_list
  FROM`;

export interface Piece {
  cursor?: string;
  limit: number;
}

@Injectable()
export class MemberLists {
  constructor(
    private readonly members: MemberRows,
    private readonly units: Units,
    private readonly cipher: FieldCipher,
  ) {}

  /** By a whole name, a phone, or the last four digits of one; null for no words. */
  likened(q = ''): Where | null {
    const words = q.trim();
    if (words === '') return null;
    const digits = words.replace(/[\s-]/g, '');
    if (/^\d{4}$/.test(digits)) return { sql: 'm.phone_tail = ?', params: [this.cipher.phoneTail(digits)] };
    if (/^\d{5,}$/.test(digits)) return { sql: 'm.phone_idx = ?', params: [this.cipher.phoneIndex(digits)] };
    return { sql: 'm.name_idx = ?', params: [this.members.nameIndex(words)] };
  }

  /** In the order of their coming; one more than fits tells whether there are others. */
  async page(
    tx: EntityManager,
    of: Where,
    { cursor, limit }: Piece,
  ): Promise<{ found: ReadMember[]; next: string | null }> {
    const params: SqlValue[] = [...of.params];
    if (cursor) params.push(...decodeCursor(cursor, ['id']));
    const chosen = `${MEMBER} WHERE ${of.sql}${cursor ? ' AND m.id > ?' : ''} ORDER BY m.id LIMIT ${limit + 1}`;
    const found = await this.read(tx, chosen, params);
    const last = found.slice(0, limit).at(-1);
    return { found: found.slice(0, limit), next: found.length > limit && last ? encodeCursor([last.id]) : null };
  }

  async view(tx: EntityManager, id: string): Promise<MemberView> {
    const [view] = await this.views(tx, await this.read(tx, `${MEMBER} WHERE m.id = ?`, [id]));
    return view ?? fail('NOT_FOUND');
  }

  async views(tx: EntityManager, found: readonly ReadMember[]): Promise<MemberView[]> {
    const reader = await this.reader(tx, found);
    return found.map((row) => memberView(row, reader));
  }

  async requests(tx: EntityManager, found: readonly ReadMember[]): Promise<MemberRequestView[]> {
    const reader = await this.reader(tx, found);
    return found.map((row) => memberRequestView(row, reader));
  }

  async reader(tx: EntityManager, found: readonly { unit_id: string }[]): Promise<MemberReader> {
    const units = await this.units.names(
      tx,
      found.map((row) => row.unit_id),
    );
    return { cipher: this.cipher, units };
  }

  private read(tx: EntityManager, chosen: string, params: readonly SqlValue[]): Promise<ReadMember[]> {
    return rows<ReadMember>(
      tx,
      `${READ} (${chosen}) of LEFT JOIN person p ON p.id = of.person_id ORDER BY of.id`,
      params,
    );
  }
}
