/** Work units as those read them who keep their list, and as their own contact does. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';

export interface UnitNameView {
  id: string;
  name: Bilingual;
}

export type UnitNamePage = Page<UnitNameView>;

/** Of the members and of the unit itself, in one community. */
export interface UnitTotalsView {
  /** Who report with the unit now, those of the list who have not come yet among them. */
  members: number;
  /** Who have logged in and were confirmed. */
  claimed: number;
  /** The unit’s own points; they are a record and cannot be spent. */
  pointsPt: number;
  minutesMin: number;
}

export interface UnitView extends UnitNameView {
  totals: UnitTotalsView;
  /** Who ask to be members of it. */
  requests: number;
  /** Reports to the community from this day on. */
  from: string;
  /** Until this one; null while it reports. */
  to: string | null;
  version: number;
}

export type UnitPage = Page<UnitView>;

export interface UnitDetailView extends UnitView {
  communityId: string;
  /** Public names of those who answer for it. */
  contacts: string[];
  /** The caller may change it; its name is everybody’s to whom it reports. */
  editable: boolean;
}

export interface OwnUnitView extends UnitNameView {
  communityId: string;
  communityName: string;
  totals: UnitTotalsView;
  requests: number;
}

export interface OwnUnitList {
  items: OwnUnitView[];
}
