/** How cards leave the server; a stranger's scan shows the grid and whom to call, nothing of the household. */
import type { CardEnding } from '@sevengrid/shared/cards/requests';
import type { CardLinkView, CardLookUpView, CardScanView, CardStatus, CardView } from '@sevengrid/shared/cards/views';
import type { StationView } from '@sevengrid/shared/grids/views';
import type { ScopeView } from '@sevengrid/shared/identity/views';
import { emergenciesWith } from '@sevengrid/shared/kernel/emergencies';
import QRCode from 'qrcode';
import type { Faces } from '../grids/grid-teams';
import { addressOf } from '../grids/households';
import type { Community } from '../identity/scopes';

export interface CardRow {
  id: string;
  household_id: string;
  grid_id: string;
  token_enc: Buffer;
  short_code: string;
  version: number;
  status: CardStatus;
  issued_at: Date;
  ended_at: Date | null;
  ended_because: CardEnding | null;
  building: string;
  door: string;
}

export const cardView = (row: CardRow): CardView => ({
  id: row.id,
  householdId: row.household_id,
  gridId: row.grid_id,
  address: addressOf(row.building, row.door),
  shortCode: row.short_code,
  version: row.version,
  status: row.status,
  issuedAt: row.issued_at.toISOString(),
  endedAt: row.ended_at && row.ended_at.toISOString(),
  endedBecause: row.ended_because,
});

/** Of the highest correction level, since cards hang in kitchens for years. */
const CORRECTION = { errorCorrectionLevel: 'H' } as const;

export const qrOf = (url: string): Promise<string> => QRCode.toString(url, { ...CORRECTION, type: 'svg', margin: 2 });

/** The same QR as modules, for paper: `size` to a side, without the white around it. */
export function qrModules(url: string): { size: number; isDark: (row: number, column: number) => boolean } {
  const { modules } = QRCode.create(url, CORRECTION);
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 };
}

export const cardLinkView = async (row: CardRow, url: string): Promise<CardLinkView> => ({
  card: cardView(row),
  url,
  qrSvg: await qrOf(url),
});

export const cardLookUpView = (row: CardRow, grid: ScopeView | null, team?: Faces): CardLookUpView => ({
  cardId: row.id,
  householdId: row.household_id,
  gridId: row.grid_id,
  gridName: grid?.name ?? '',
  gridNameBo: grid?.nameBo ?? null,
  address: addressOf(row.building, row.door),
  worker: (team?.worker?.onLeave ? team.backup : team?.worker) ?? null,
});

export interface ScanFacts {
  community: Community;
  grid: ScopeView | null;
  team: Faces | undefined;
  stations: StationView[];
}

export const cardScanView = ({ community, grid, team, stations }: ScanFacts): CardScanView => ({
  communityName: community.name,
  communityNameBo: community.nameBo,
  gridName: grid?.name ?? '',
  gridNameBo: grid?.nameBo ?? null,
  worker: team?.worker ?? null,
  backup: team?.backup ?? null,
  dutyPhone: team?.dutyPhone ?? community.officePhone,
  communityPhone: community.officePhone,
  stations,
  emergencies: emergenciesWith(community.gasPhone),
});
