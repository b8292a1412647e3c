/** What the routes of statements answer. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { StatementSide } from './terms';

export interface StatementConfirmationView {
  side: StatementSide;
  at: string;
  /** Public display name, or the masked name. */
  by: string | null;
}

export interface StatementView {
  id: string;
  /** `结-202611-0007`. */
  number: string;
  merchant: { id: string; name: string; nameBo: string | null };
  community: { id: string; name: string; nameBo: string | null };
  /** The month, `2026-11`. */
  month: string;
  drawnUpAt: string;
  /** Given less taken back. */
  quantity: number;
  points: number;
  valueFen: number;
  /** SHA-256 of the statement with its lines: what both sides confirm. */
  hash: string;
  confirmations: StatementConfirmationView[];
  /** How often somebody said something of it. */
  remarks: number;
  /** The side for which the caller reads; null for neither. */
  side: StatementSide | null;
  mayConfirm: boolean;
}

export type StatementPage = Page<StatementView>;

export interface StatementRemarkView {
  id: string;
  side: StatementSide;
  at: string;
  by: string | null;
  words: string;
}

export interface StatementDetailView extends StatementView {
  said: StatementRemarkView[];
}

export interface StatementLineView {
  position: number;
  /** `capture` adds, `undo` takes off what an earlier statement has. */
  kind: 'capture' | 'undo';
  redemptionId: string;
  title: Bilingual;
  at: string;
  /** With their sign. */
  points: number;
  valueFen: number;
  billFen: number | null;
}

export type StatementLinePage = Page<StatementLineView>;
