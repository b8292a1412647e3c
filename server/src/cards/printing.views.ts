/** How batches of cards and their doors leave the server. */
import type { BatchChoice } from '@sevengrid/shared/cards/printing.requests';
import type {
  BatchDoorView,
  CardBatchView,
  CardBuildingView,
  CardDoorView,
  DoorState,
} from '@sevengrid/shared/cards/printing.views';
import type { CardEnding } from '@sevengrid/shared/cards/requests';
import type { CardStatus } from '@sevengrid/shared/cards/views';
import type { ScopeView } from '@sevengrid/shared/identity/views';
import { addressOf } from '../grids/households';

/** Doors of one part, which is one file: 25 sheets of eight. */
export const DOORS_A_PART = 200;

export interface BatchRow {
  id: string;
  grid_id: string;
  building: string | null;
  which: BatchChoice;
  replaces: CardEnding | null;
  made_at: Date;
  ready_at: Date | null;
  printed_at: Date | null;
}

export interface DoorCount {
  batch_id: string;
  state: DoorState;
  n: string | number;
}

export interface DoorRow {
  id: string;
  building: string;
  door: string;
  card_id: string | null;
  short_code: string | null;
  issued_at: Date | null;
  printed_at: Date | null;
}

export interface BatchDoorRow {
  household_id: string;
  building: string | null;
  door: string | null;
  state: DoorState;
  short_code: string | null;
  status: CardStatus | null;
}

export interface BuildingRow {
  id: string;
  name: string;
  households: string | number;
  missing: string | number;
  unprinted: string | number;
}

export const batchView = (row: BatchRow, grid: ScopeView | null, counts: readonly DoorCount[]): CardBatchView => {
  const of = (state: DoorState): number => Number(counts.find((count) => count.state === state)?.n ?? 0);
  const doors = counts.reduce((sum, { n }) => sum + Number(n), 0);
  return {
    id: row.id,
    gridId: row.grid_id,
    gridName: grid?.name ?? '',
    gridNameBo: grid?.nameBo ?? null,
    buildingName: row.building,
    which: row.which,
    replaces: row.replaces,
    state: row.ready_at ? 'ready' : 'issuing',
    doors,
    waiting: of('waiting'),
    issued: of('issued'),
    replaced: of('replaced'),
    kept: of('kept'),
    leftOut: of('left_out'),
    parts: Math.ceil(doors / DOORS_A_PART),
    madeAt: row.made_at.toISOString(),
    printedAt: row.printed_at && row.printed_at.toISOString(),
  };
};

export const doorView = (row: DoorRow): CardDoorView => ({
  householdId: row.id,
  address: addressOf(row.building, row.door),
  card:
    row.card_id && row.issued_at
      ? {
          id: row.card_id,
          shortCode: row.short_code ?? '',
          issuedAt: row.issued_at.toISOString(),
          printedAt: row.printed_at && row.printed_at.toISOString(),
        }
      : null,
});

export const batchDoorView = (row: BatchDoorRow): BatchDoorView => ({
  householdId: row.household_id,
  address: row.building === null ? '' : addressOf(row.building, row.door ?? ''),
  state: row.state,
  shortCode: row.short_code,
  ended: row.status !== null && row.status !== 'active',
});

export const buildingView = (row: BuildingRow): CardBuildingView => ({
  id: row.id,
  name: row.name,
  households: Number(row.households),
  missing: Number(row.missing),
  unprinted: Number(row.unprinted),
});
