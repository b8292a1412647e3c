/** What the routes of cards answer; a stranger's scan shows no household and no history. */
import type { StationView, WorkerView } from '../grids/views';
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { CardEnding } from './requests';

/** What anybody who holds the card may see. */
export interface CardScanView {
  communityName: string;
  communityNameBo: string | null;
  gridName: string;
  gridNameBo: string | null;
  worker: WorkerView | null;
  backup: WorkerView | null;
  /** Of the grid, never a private number. */
  dutyPhone: string;
  /** Of the community's office. */
  communityPhone: string;
  stations: StationView[];
  /** 110, 119, 120, gas: name and number. */
  emergencies: { name: Bilingual; phone: string }[];
}

export interface ScanView {
  /** Guest session bound to this card; shown once. */
  token: string;
  expiresAt: string;
  card: CardScanView;
}

export type CardStatus = 'active' | 'lost' | 'revoked';

export interface CardView {
  id: string;
  householdId: string;
  gridId: string;
  /** Building and door. */
  address: string;
  /** Six digits for the telephone. */
  shortCode: string;
  version: number;
  status: CardStatus;
  issuedAt: string;
  endedAt: string | null;
  endedBecause: CardEnding | null;
}

export type CardPage = Page<CardView>;

/** A card just issued or read again for printing: its link and a QR of it. */
export interface CardLinkView {
  card: CardView;
  url: string;
  /** The QR as SVG source. */
  qrSvg: string;
}

/** What staff need when somebody on the telephone reads the short code. */
export interface CardLookUpView {
  cardId: string;
  householdId: string;
  gridId: string;
  gridName: string;
  gridNameBo: string | null;
  address: string;
  worker: WorkerView | null;
}
