/** What a community has of units and members, in memory, to judge rows of a spreadsheet against; and the judge. */
import type { RegisterRow } from '../grids/read-register';
import { FINE, held, wrong, type Judged } from '../grids/judge-rows';
import { maskName, maskPhone } from '../identity/masking';
import type { FieldCipher } from '../platform/database/field-cipher';
import { sha256 } from '../platform/database/fingerprint';
import { rows } from '../platform/database/sql';
import type { EntityManager } from 'typeorm';
import { MEMBER, type MemberRow } from './member-rows';
import { unitNameKey } from './units';

interface KnownUnit {
  /** Null while it is only planned. */
  id: string | null;
  /** Row of the file that makes it, or is to be mended first. */
  row?: number;
  wrong?: boolean;
}

interface KnownMember {
  id: string | null;
  unit: KnownUnit;
  nameIdx: string;
  row?: number;
  /** Of one who is there, for rows that come masked from an export. */
  sealed?: MemberRow;
}

/** Changes with every change of the row, since what is sealed twice is never the same. */
export const stateOfMember = ({ state, name_enc: name, phone_enc: phone }: MemberRow): string =>
  sha256(`member:${state}:`, name ?? Buffer.alloc(0), Buffer.from([0]), phone ?? Buffer.alloc(0));

export interface Indexes {
  name: (name: string) => string;
  phone: (phone: string) => string;
}

export class UnitJudge {
  private readonly units = new Map<string, KnownUnit>();
  private readonly members = new Map<string, KnownMember>();

  private constructor(
    private readonly indexes: Indexes,
    private readonly cipher: FieldCipher,
  ) {}

  static async load(
    tx: EntityManager,
    communityId: string,
    of: { indexes: Indexes; cipher: FieldCipher },
  ): Promise<UnitJudge> {
    const judge = new UnitJudge(of.indexes, of.cipher);
    const units = await rows<{ id: string; name_key: string }>(
      tx,
      `SELECT u.id, u.name_key FROM unit_reporting r JOIN work_unit u ON u.id = r.sole_unit WHERE r.community_id = ?`,
      [communityId],
    );
    const byId = new Map<string, KnownUnit>();
    for (const { id, name_key: key } of units) {
      const unit = { id };
      byId.set(id, unit);
      judge.units.set(key, unit);
    }
    const live = `${MEMBER} WHERE m.community_id = ? AND m.state = 'live' ORDER BY m.id`;
    for (const row of await rows<MemberRow>(tx, live, [communityId])) {
      const unit = byId.get(row.unit_id);
      if (!unit || !row.phone_idx) continue;
      judge.members.set(row.phone_idx, { id: row.id, unit, nameIdx: row.name_idx ?? '', sealed: row });
    }
    return judge;
  }

  /** Rows come in the order of the workbook; what a row would make is known to those after it. */
  judge(row: RegisterRow): Judged {
    const own: Judged | null = row.problems.length > 0 ? { ...FINE, verdict: 'wrong', problems: row.problems } : null;
    return row.sheet === 'unit' ? this.unit(row, own) : (own ?? this.member(row));
  }

  unitNamed(name: string): string | null {
    return this.units.get(unitNameKey(name))?.id ?? null;
  }

  private unit({ row, values: { unit: name = '' } }: RegisterRow, own: Judged | null): Judged {
    const key = unitNameKey(name);
    const found = this.units.get(key);
    if (found?.row !== undefined) return own ?? wrong('ROW_TWICE', 'unit', found.row);
    if (found && !own) {
      found.row = row;
      return { ...FINE, verdict: 'same', subjectId: found.id };
    }
    if (!found && name !== '') this.units.set(key, { id: null, row, wrong: own !== null });
    return own ?? FINE;
  }

  private member({ row, values: { unit: unitName = '', name = '', phone = '' } }: RegisterRow): Judged {
    const unit = this.units.get(unitNameKey(unitName));
    if (!unit) return wrong('UNIT_UNKNOWN', 'unit');
    if (unit.wrong && unit.row !== undefined) return held(unit.row);
    if (name.includes('*') || phone.includes('*')) return this.masked(unit, name, phone);
    const [nameIdx, phoneIdx] = [this.indexes.name(name), this.indexes.phone(phone)];
    const found = this.members.get(phoneIdx);
    if (!found) {
      this.members.set(phoneIdx, { id: null, unit, nameIdx, row });
      return FINE;
    }
    const isSame = found.nameIdx === nameIdx && found.unit === unit;
    if (found.row !== undefined) return wrong(isSame ? 'ROW_TWICE' : 'ROW_CONTRADICTS', 'phone', found.row);
    if (found.nameIdx !== nameIdx) return wrong('PHONE_OF_OTHER', 'phone');
    if (found.unit !== unit) return wrong('MEMBER_ELSEWHERE', 'unit');
    found.row = row;
    return { ...FINE, verdict: 'same', subjectId: found.id };
  }

  /** What an export without numbers says stays as it is. */
  private masked(unit: KnownUnit, name: string, phone: string): Judged {
    const fits = ({ sealed, unit: of }: KnownMember): boolean => {
      if (of !== unit || !sealed?.name_enc || !sealed.phone_enc) return false;
      const [known, number] = [this.cipher.open(sealed.name_enc), this.cipher.open(sealed.phone_enc)];
      return [known, maskName(known)].includes(name) && [number, maskPhone(number)].includes(phone);
    };
    const one = [...this.members.values()].find(fits);
    if (one) return { ...FINE, verdict: 'same', subjectId: one.id };
    return wrong('MASKED_UNKNOWN', name.includes('*') ? 'name' : 'phone');
  }
}
