/** The appeal's flow, as data: which action moves it from which stage to which, and who may. */
import { movesFrom, type Flow } from '../kernel/flow';
import type { Phase } from './terms';

export const APPEAL_STAGES = [
  'submitted',
  'accepted',
  'working',
  'resolved',
  'reopened',
  'verified',
  'confirmed',
  'declined',
  'withdrawn',
] as const;
export type Stage = (typeof APPEAL_STAGES)[number];

export const ACTIONS = [
  'open',
  'accept',
  'decline',
  'contest',
  'contact',
  'resolve',
  'attempt',
  'verify',
  'confirm',
  'reopen',
  'withdraw',
  'reassign',
  'regrade',
  'remark',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Who may act. Relations: `requester` (the person who asked, or a guest by follow-code until that person is known), `holder` (or the backup
 * while the holder is on leave), `verifier` (ticket.verify, handled nothing in this cycle, not of the handling team).
 * The rest are permissions held in the ticket's scope.
 */
export type By =
  | 'requester'
  | 'holder'
  | 'verifier'
  | 'ticket.file'
  | 'ticket.file_for'
  | 'ticket.handle'
  | 'ticket.decline'
  | 'ticket.lead'
  | 'ticket.reassign'
  | 'ticket.regrade';

const IN_HAND: readonly Stage[] = ['submitted', 'accepted', 'working', 'reopened'];

export const APPEAL_FLOW: Flow<Stage, Action, By> = {
  open: { from: [], to: ['submitted'], by: ['ticket.file', 'ticket.file_for'] },
  accept: { from: ['submitted'], to: ['accepted'], by: ['ticket.handle'] },
  decline: { from: ['submitted'], to: ['declined'], by: ['ticket.decline'] },
  contest: { from: ['declined'], to: ['submitted'], by: ['requester'] },
  contact: { from: ['accepted', 'working', 'reopened'], to: ['working'], by: ['holder'] },
  resolve: { from: ['working'], to: ['resolved'], by: ['holder'] },
  attempt: { from: ['resolved'], to: 'unchanged', by: ['verifier'] },
  verify: { from: ['resolved'], to: ['verified', 'reopened'], by: ['verifier'] },
  confirm: { from: ['resolved', 'verified'], to: ['confirmed'], by: ['requester'] },
  reopen: {
    from: ['resolved', 'verified', 'confirmed'],
    to: ['reopened'],
    by: ['requester', 'verifier', 'ticket.lead'],
  },
  withdraw: { from: IN_HAND, to: ['withdrawn'], by: ['requester'] },
  reassign: { from: IN_HAND, to: 'unchanged', by: ['ticket.reassign'] },
  regrade: { from: IN_HAND, to: 'unchanged', by: ['ticket.regrade'] },
  remark: { from: [...IN_HAND, 'resolved'], to: 'unchanged', by: ['holder', 'ticket.reassign'] },
};

/** Stages nothing more is expected in; some still lead on (reopen, contest), `withdrawn` does not. */
export const PHASE_OF: Readonly<Record<Stage, Phase>> = {
  submitted: 'new',
  accepted: 'active',
  working: 'active',
  reopened: 'active',
  resolved: 'resolved',
  verified: 'closed',
  confirmed: 'closed',
  declined: 'closed',
  withdrawn: 'closed',
};

/** The actions that the flow has at `stage`, whoever asks. */
export const appealMovesFrom = (stage: Stage): Action[] => movesFrom(APPEAL_FLOW, stage);
