/** How units, members and kinds of service leave the server: members masked. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { KeptServiceKindView, ServiceKindView } from '@sevengrid/shared/volunteering/kinds.views';
import type {
  DecidedMemberView,
  MemberRequestView,
  MemberView,
  MyMembershipView,
} from '@sevengrid/shared/volunteering/members.views';
import type { UnitNameView, UnitTotalsView, UnitView } from '@sevengrid/shared/volunteering/units.views';
import { maskName, maskPhone } from '../identity/masking';
import type { FieldCipher } from '../platform/database/field-cipher';
import type { MemberRow } from './member-rows';
import type { ServiceKind } from './service-kinds';
import { STANDING_KINDS } from './standing-kinds';
import { unitName } from './units';

export interface UnitRow {
  id: string;
  name: string;
  name_bo: string | null;
  from_day: string;
  to_day: string | null;
  version: number;
}

export interface UnitFigures {
  totals: UnitTotalsView;
  requests: number;
}

export const unitView = (row: UnitRow, { totals, requests }: UnitFigures): UnitView => ({
  ...{ id: row.id, name: unitName(row), totals, requests },
  ...{ from: row.from_day, to: row.to_day, version: row.version },
});

export interface MemberReader {
  cipher: FieldCipher;
  units: ReadonlyMap<string, Bilingual>;
}

/** With what the register of a person is called, where the membership keeps no name of its own. */
export type ReadMember = MemberRow & { matches_list: number; person_name: Buffer | null };

const unitOf = ({ unit_id: id }: Pick<MemberRow, 'unit_id'>, { units }: MemberReader): UnitNameView => {
  return { id, name: units.get(id) ?? { zh: '' } };
};

function maskedOf(row: ReadMember, { cipher }: MemberReader): { name: string | null; phone: string | null } {
  const name = row.name_enc ?? row.person_name;
  return {
    name: name && maskName(cipher.open(name)),
    phone: row.phone_enc && maskPhone(cipher.open(row.phone_enc)),
  };
}

export const memberView = (row: ReadMember, reader: MemberReader): MemberView => ({
  ...{ id: row.id, unit: unitOf(row, reader), ...maskedOf(row, reader) },
  ...{ personId: row.person_id, state: row.state, from: row.from_day, to: row.to_day },
  ...{ matchesList: row.matches_list === 1, version: row.version },
});

export const memberRequestView = (row: ReadMember, reader: MemberReader): MemberRequestView => ({
  ...{ id: row.id, unit: unitOf(row, reader), ...maskedOf(row, reader) },
  askedAt: (row.asked_at ?? new Date(0)).toISOString(),
  matchesList: row.matches_list === 1,
});

export const decidedView = (row: MemberRow, reader: MemberReader): DecidedMemberView => {
  return { id: row.id, unit: unitOf(row, reader), state: row.state };
};

/** To the person: nothing of what the list holds. */
export const myMembershipView = (
  row: MemberRow,
  reader: MemberReader,
  refusedBecause: string | null,
): MyMembershipView => ({
  ...{ id: row.id, communityId: row.community_id, unit: unitOf(row, reader) },
  ...{ state: row.state, from: row.from_day, refusedBecause },
});

const STANDING = new Set(STANDING_KINDS.map(({ code }) => code));

export const isStanding = ({ code }: Pick<ServiceKind, 'code'>): boolean => STANDING.has(code);

export const kindView = (kind: ServiceKind): ServiceKindView => {
  return { id: kind.id, name: kind.name, standing: isStanding(kind) };
};

export const keptKindView = (kind: ServiceKind): KeptServiceKindView => {
  return { ...kindView(kind), position: kind.position, retired: kind.retired, version: kind.version };
};
