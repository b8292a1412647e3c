/** Who could hold a ticket, and whose open work may go to whom. */
import type { Tier } from './terms';

export interface HandedOverView {
  /** Tickets that changed hands. */
  moved: number;
}

export interface CandidateView {
  id: string;
  displayName: string;
  gridName: string | null;
  gridNameBo: string | null;
  onLeave: boolean;
  /** Open tickets that they hold or joined, and return visits that they are appointed to. */
  inHand: number;
}

export interface CandidateList {
  items: CandidateView[];
}

/** A tier of a community: who leads there joins a ticket that rises to it. */
export interface TierPlaceView {
  communityId: string;
  tier: Tier;
}

/** Somebody whose open work may be handed over, or who may take it over. */
export interface HolderView extends CandidateView {
  /** Grids in which they may handle tickets: they can take over what lies in those alone. */
  gridIds: string[];
  /** Grids in which the open tickets lie that they hold. */
  heldIn: string[];
  /** Where they may take the place of whoever joined. */
  leadsAt: TierPlaceView[];
  /** Where they joined open tickets as these rose. */
  joinedAt: TierPlaceView[];
  /** Why they will not finish what they have in hand: shut out, or without the right to it any longer; null while they may. */
  gone: 'shut_out' | 'left' | null;
}

export interface HolderList {
  items: HolderView[];
}
