/** What the routes of printing answer. */
import type { Page } from '../kernel/page';
import type { BatchChoice } from './printing.requests';
import type { CardEnding } from './requests';

/** A building with what its doors lack. */
export interface CardBuildingView {
  id: string;
  name: string;
  households: number;
  /** Without a card in use. */
  missing: number;
  /** With a card that was on no sheet yet. */
  unprinted: number;
}

export interface CardBuildingList {
  items: CardBuildingView[];
}

export interface CardDoorView {
  householdId: string;
  /** Building and door. */
  address: string;
  /** The card in use. */
  card: { id: string; shortCode: string; issuedAt: string; printedAt: string | null } | null;
}

export type CardDoorPage = Page<CardDoorView>;

export type BatchState = 'issuing' | 'ready';

/** Cards made and printed together. */
export interface CardBatchView {
  id: string;
  gridId: string;
  gridName: string;
  gridNameBo: string | null;
  /** Null for a whole grid, or for chosen households. */
  buildingName: string | null;
  which: BatchChoice;
  replaces: CardEnding | null;
  state: BatchState;
  /** Doors in all, and what became of them so far. */
  doors: number;
  waiting: number;
  issued: number;
  replaced: number;
  /** Whose card was there already and stays. */
  kept: number;
  /** Moved out of the grid, or no more in the register, when their turn came. */
  leftOut: number;
  /** Files of 200 doors each. */
  parts: number;
  madeAt: string;
  /** When a sheet of it was last taken. */
  printedAt: string | null;
}

export type CardBatchPage = Page<CardBatchView>;

export type DoorState = 'waiting' | 'issued' | 'replaced' | 'kept' | 'left_out';

export interface BatchDoorView {
  householdId: string;
  /** Building and door; empty when the household is no more in the register. */
  address: string;
  state: DoorState;
  /** Null while it waits, and where it was left out. */
  shortCode: string | null;
  /** The card has ended since and is on no sheet any more. */
  ended: boolean;
}

export type BatchDoorPage = Page<BatchDoorView>;
