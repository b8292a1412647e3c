/** The rows of memberships, which nothing else writes: whoever is a member or asks to be one, by name and phone or as a person. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayPlus } from '@sevengrid/shared/kernel/days';
import type { MemberState } from '@sevengrid/shared/volunteering/members.requests';
import type { EntityManager } from 'typeorm';
import { AccountUses } from '../identity/account-uses';
import { grantRole } from '../identity/rights';
import { RoleEnds } from '../identity/role-ends';
import { endTermsBy, todayIn } from '../identity/terms-of-roles';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, insertMany, one, rows, type SqlValue } from '../platform/database/sql';

export interface MemberRow {
  id: string;
  community_id: string;
  unit_id: string;
  person_id: string | null;
  name_enc: Buffer | null;
  name_idx: string | null;
  phone_enc: Buffer | null;
  phone_idx: string | null;
  phone_tail: string | null;
  state: MemberState;
  from_day: string | null;
  to_day: string | null;
  asked_at: Date | null;
  refused_ref: string | null;
  version: number;
}

export const MEMBER = `SELECT m.id, m.community_id, m.unit_id, m.person_id, m.name_enc, m.name_idx, m.phone_enc, m.phone_idx,
    m.phone_tail, m.state, DATE_FORMAT(m.starts_on, '%Y-%m-%d') AS from_day, DATE_FORMAT(m.ends_on, '%Y-%m-%d') AS to_day,
    m.asked_at, m.refused_ref, m.version
  FROM membership m`;

/** The role that comes with a membership, and goes with it. */
const ROLE = 'member';

export interface ListedMember {
  name: string;
  phone: string;
}

interface NewRow extends Pick<MemberRow, 'community_id' | 'unit_id' | 'person_id'> {
  id: string;
  cells: readonly SqlValue[];
  /** A day for a member, null for who only asks. */
  from: string | null;
  sole_phone: string | null;
}

@Injectable()
export class MemberRows implements OnModuleInit {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly ends: RoleEnds,
    private readonly uses: AccountUses,
  ) {}

  onModuleInit(): void {
    // Whoever’s role is ended at once on the set-up pages is a member no more.
    this.ends.register(async (tx, { personId, role, scopeId, lastDay }) => {
      if (role !== ROLE || lastDay >= (await todayIn(tx, scopeId))) return;
      const row = await one<MemberRow>(
        tx,
        `${MEMBER} WHERE m.community_id = ? AND m.person_id = ? AND m.state = 'live' FOR UPDATE`,
        [scopeId, personId],
      );
      if (row) await this.close(tx, row, 'ended');
    });
    this.uses.register(async (tx, personIds) => {
      const sql = 'SELECT DISTINCT person_id AS personId FROM membership WHERE person_id IN (?)';
      const found = await rows<{ personId: string }>(tx, sql, [[...personIds]]);
      return found.map(({ personId }) => ({ personId, openIn: null }));
    });
  }

  find(tx: EntityManager, id: string): Promise<MemberRow | null> {
    return one<MemberRow>(tx, `${MEMBER} WHERE m.id = ?`, [id]);
  }

  lock(tx: EntityManager, id: string): Promise<MemberRow | null> {
    return one<MemberRow>(tx, `${MEMBER} WHERE m.id = ? FOR UPDATE`, [id]);
  }

  /** Whoever is a member of the community by this phone, locked. */
  byPhone(tx: EntityManager, communityId: string, phoneIdx: string | null): Promise<MemberRow | null> {
    return one<MemberRow>(tx, `${MEMBER} WHERE m.community_id = ? AND m.sole_phone = ? FOR UPDATE`, [
      communityId,
      phoneIdx,
    ]);
  }

  /** Waiting or a member: a person is one of these once in a community. */
  ofPerson(tx: EntityManager, communityId: string, personId: string): Promise<MemberRow | null> {
    return one<MemberRow>(tx, `${MEMBER} WHERE m.community_id = ? AND m.sole_person = ? FOR UPDATE`, [
      communityId,
      personId,
    ]);
  }

  nameIndex(name: string): string {
    return this.cipher.blindIndex('member-name', name.replace(/\s+/g, ' '));
  }

  /** Name and phone, sealed and to be found by. */
  cells({ name, phone }: ListedMember): [Buffer, string, Buffer, string, string] {
    const plain = name.trim();
    return [
      ...([this.cipher.seal(plain), this.nameIndex(plain), this.cipher.seal(phone)] as const),
      ...([this.cipher.phoneIndex(phone), this.cipher.phoneTail(phone)] as const),
    ];
  }

  /** Somebody of the list. False where the phone is somebody’s already: two at one time meet at the unique key. */
  async list(
    tx: EntityManager,
    of: { id: string; communityId: string; unitId: string },
    member: ListedMember,
  ): Promise<boolean> {
    const cells = this.cells(member);
    const made = await this.insert(tx, {
      ...{ id: of.id, community_id: of.communityId, unit_id: of.unitId, person_id: null, cells },
      ...{ from: await todayIn(tx, of.communityId), sole_phone: cells[3] },
    });
    return made === 1;
  }

  /** Many of the list at once, with ids of their own; answers those that are there now: the phones of the others are somebody’s. */
  async listAll(
    tx: EntityManager,
    communityId: string,
    members: readonly (ListedMember & { id: string; unitId: string })[],
  ): Promise<Map<string, MemberRow>> {
    if (members.length === 0) return new Map();
    const today = await todayIn(tx, communityId);
    await insertMany(
      tx,
      `INSERT IGNORE INTO membership (id, community_id, unit_id, name_enc, name_idx, phone_enc, phone_idx, phone_tail,
         state, starts_on, sole_phone)`,
      members.map((member): SqlValue[] => {
        const cells = this.cells(member);
        return [member.id, communityId, member.unitId, ...cells, 'live', today, cells[3]];
      }),
    );
    const found = await this.lockAll(
      tx,
      members.map(({ id }) => id),
    );
    return new Map(found.map((row) => [row.id, row]));
  }

  lockAll(tx: EntityManager, ids: readonly string[]): Promise<MemberRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return rows<MemberRow>(tx, `${MEMBER} WHERE m.id IN (?) ORDER BY m.id FOR UPDATE`, [[...ids]]);
  }

  /** Those who were put on a list and whom nobody knows as yet, as if they had never been there. */
  async unlist(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await change(tx, 'DELETE FROM membership WHERE id IN (?) AND person_id IS NULL', [[...ids]]);
  }

  /** A request, by the person whose row the caller holds. */
  async ask(
    tx: EntityManager,
    of: { communityId: string; unitId: string; personId: string },
    member: ListedMember,
  ): Promise<string> {
    const id = newId();
    await this.insert(tx, {
      ...{ id, community_id: of.communityId, unit_id: of.unitId, person_id: of.personId },
      ...{ cells: this.cells(member), from: null, sole_phone: null },
    });
    return id;
  }

  /** The row of the list becomes the person’s, who is a member from now on. */
  async claim(tx: EntityManager, listed: MemberRow, personId: string): Promise<void> {
    await change(
      tx,
      'UPDATE membership SET person_id = ?, sole_person = ?, decided_at = NOW(3), version = version + 1 WHERE id = ?',
      [personId, personId, listed.id],
    );
    await grantRole(tx, personId, ROLE, listed.community_id);
  }

  /** The request makes a member. False where the phone is another member’s. */
  async admit(tx: EntityManager, asked: MemberRow, decidedBy: string): Promise<boolean> {
    const done = await change(
      tx,
      `UPDATE IGNORE membership SET state = 'live', starts_on = ?, sole_phone = phone_idx, decided_at = NOW(3),
         decided_by = ?, version = version + 1 WHERE id = ? AND state = 'asked'`,
      [await todayIn(tx, asked.community_id), decidedBy, asked.id],
    );
    const now = await this.find(tx, asked.id);
    if (done === 0 || now?.state !== 'live' || !asked.person_id) return false;
    await grantRole(tx, asked.person_id, ROLE, asked.community_id);
    return true;
  }

  /** The request is answered by the row of the list. */
  async drop(tx: EntityManager, asked: MemberRow): Promise<void> {
    await change(tx, 'DELETE FROM membership WHERE id = ?', [asked.id]);
  }

  async refuse(tx: EntityManager, asked: MemberRow, decidedBy: string, reasonRef: string): Promise<void> {
    await this.close(tx, asked, 'refused');
    await change(tx, 'UPDATE membership SET decided_by = ?, refused_ref = ? WHERE id = ?', [
      ...[decidedBy, reasonRef, asked.id],
    ]);
  }

  /** Ends a membership with its role, at once; name and phone go with it. */
  async end(tx: EntityManager, row: MemberRow): Promise<void> {
    await this.close(tx, row, 'ended');
    if (!row.person_id || row.state !== 'live') return;
    const lastDay = dayPlus(await todayIn(tx, row.community_id), -1);
    const ended = { personId: row.person_id, role: ROLE, scopeId: row.community_id };
    await endTermsBy(tx, ended, lastDay);
    await this.ends.tell(tx, { ...ended, lastDay });
  }

  /** From today in another unit: a row of its own, so that what was before stays as it was. */
  async move(tx: EntityManager, row: MemberRow, unitId: string): Promise<string> {
    const id = newId();
    await this.close(tx, row, 'ended');
    const { community_id, person_id, name_enc, name_idx, phone_enc, phone_idx, phone_tail } = row;
    await this.insert(tx, {
      ...{ id, community_id, unit_id: unitId, person_id },
      ...{ cells: [name_enc, name_idx, phone_enc, phone_idx, phone_tail] },
      ...{ from: await todayIn(tx, community_id), sole_phone: phone_idx },
    });
    return id;
  }

  private insert(tx: EntityManager, row: NewRow): Promise<number> {
    const asked = row.from === null;
    return change(
      tx,
      `INSERT IGNORE INTO membership (id, community_id, unit_id, person_id, name_enc, name_idx, phone_enc, phone_idx,
         phone_tail, state, starts_on, asked_at, sole_person, sole_phone)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, IF(?, NOW(3), NULL), ?, ?)`,
      [
        ...[row.id, row.community_id, row.unit_id, row.person_id, ...row.cells],
        ...[asked ? 'asked' : 'live', row.from, asked, row.person_id, row.sole_phone],
      ],
    );
  }

  /** What was kept to know somebody by is not needed any more. */
  private async close(tx: EntityManager, row: MemberRow, state: 'ended' | 'refused'): Promise<void> {
    await change(
      tx,
      `UPDATE membership SET state = ?, ends_on = ?, decided_at = NOW(3), sole_person = NULL, sole_phone = NULL,
         name_enc = NULL, name_idx = NULL, phone_enc = NULL, phone_idx = NULL, phone_tail = NULL, version = version + 1
       WHERE id = ?`,
      [state, row.from_day === null ? null : await todayIn(tx, row.community_id), row.id],
    );
  }
}
