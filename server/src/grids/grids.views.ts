/** How grids, stations, households, bindings and leave leave the server: names and phones masked. */
import type { BindingState } from '@sevengrid/shared/grids/requests';
import type {
  BindingView,
  GridView,
  HouseholdView,
  LeaveView,
  ResidentView,
  StationView,
} from '@sevengrid/shared/grids/views';
import type { ScopeView } from '@sevengrid/shared/identity/views';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { maskName, maskPhone } from '../identity/masking';
import type { FieldCipher } from '../platform/database/field-cipher';
import { json } from '../platform/database/sql';
import type { Faces } from './grid-teams';
import { addressOf } from './households';

export interface GridFigures {
  id: string;
  code: string;
  households: number;
  central: number;
}

export interface StationRow {
  id: string;
  name: string | Bilingual;
  address: string | Bilingual;
  hours: string | Bilingual;
  phone: string | null;
  services: string | Bilingual[];
}

export interface HouseholdRow {
  id: string;
  grid_id: string;
  building: string;
  door: string;
  needs_care: number;
  residents: number;
}

export interface ResidentRow {
  id: string;
  name_enc: Buffer;
  phone_enc: Buffer | null;
  person_id: string | null;
}

export interface BindingRow {
  id: string;
  household_id: string;
  grid_id: string;
  person_id: string | null;
  guest_id: string | null;
  building: string;
  door: string;
  /** Empty once forgotten. */
  name_enc: Buffer;
  phone_enc: Buffer;
  matches_register: number;
  state: BindingState;
  requested_at: Date;
  refused_ref: string | null;
}

export interface LeaveRow {
  id: string;
  person_id: string;
  from_day: string;
  to_day: string;
  cancelled_at: Date | null;
}

export function gridView(scope: ScopeView, figures: GridFigures, team: Faces): GridView {
  return {
    id: scope.id,
    code: figures.code,
    name: scope.name,
    nameBo: scope.nameBo,
    branchName: team.branchName,
    dutyPhone: team.dutyPhone,
    workers: [team.worker, team.backup].filter((face) => face !== null),
    households: figures.households,
    centralHouseholds: figures.central,
  };
}

export const stationView = (row: StationRow): StationView => ({
  id: row.id,
  name: json(row.name),
  address: json(row.address),
  hours: json(row.hours),
  phone: row.phone,
  services: json(row.services),
});

export const householdView = (row: HouseholdRow, grid: ScopeView | null): HouseholdView => ({
  id: row.id,
  gridId: row.grid_id,
  gridName: grid?.name ?? '',
  gridNameBo: grid?.nameBo ?? null,
  address: addressOf(row.building, row.door),
  residents: row.residents,
  needsCare: row.needs_care === 1,
});

/** `central`: who holds the role of a central household there. */
export const residentView = (row: ResidentRow, cipher: FieldCipher, central: readonly string[]): ResidentView => ({
  id: row.id,
  name: maskName(cipher.open(row.name_enc)),
  phone: row.phone_enc && maskPhone(cipher.open(row.phone_enc)),
  bound: row.person_id !== null,
  central: row.person_id !== null && central.includes(row.person_id),
});

export interface BindingReader {
  cipher: FieldCipher;
  refusedBecause: string | null;
  /** For who asks: until the worker confirms, neither the address nor what the register holds. */
  asRequester: boolean;
}

export function bindingView(row: BindingRow, { cipher, refusedBecause, asRequester }: BindingReader): BindingView {
  const hidden = asRequester && row.state !== 'confirmed';
  return {
    id: row.id,
    householdId: row.household_id,
    address: hidden ? '' : addressOf(row.building, row.door),
    name: row.name_enc.length > 0 ? maskName(cipher.open(row.name_enc)) : null,
    phone: row.phone_enc.length > 0 ? maskPhone(cipher.open(row.phone_enc)) : null,
    matchesRegister: !hidden && row.matches_register === 1,
    state: row.state,
    requestedAt: row.requested_at.toISOString(),
    refusedBecause,
  };
}

export const leaveView = (row: LeaveRow, displayName: string): LeaveView => ({
  id: row.id,
  workerId: row.person_id,
  displayName,
  from: row.from_day,
  to: row.to_day,
  cancelled: row.cancelled_at !== null,
});
