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
  'ask',
  'answer',
  'resolve',
  'attempt',
  'verify',
  'confirm',
  'rate',
  'revisit',
  'reopen',
  'withdraw',
  'coordinate',
  'recall',
  'reply',
  'return',
  'escalate',
  'extend',
  'reassign',
  'regrade',
  'appoint',
  'remark',
  'warn',
  'resume',
  'miss',
  'redate',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What time alone does: no person may, and no route leads there. */
export const SYSTEM_ACTIONS = ['warn', 'resume', 'miss', 'redate'] as const;
export type SystemAction = (typeof SYSTEM_ACTIONS)[number];
/** What outside bodies do to a request of theirs, by routes of their own. */
export const PARTNER_ACTIONS = ['reply', 'return'] as const;
export type PartnerAction = (typeof PARTNER_ACTIONS)[number];

/**
 * Who may act. Relations: `requester` (the person who asked, or a guest by follow-code until that person is known), `holder` (or the backup
 * while the holder is on leave, or whoever joined when it rose a tier), `verifier` (ticket.verify, handled nothing in this cycle, not of the
 * handling team), `partner` (of the organisation that is asked), `system` (time). The rest are permissions held in the ticket's scope.
 */
export type By =
  | 'requester'
  | 'holder'
  | 'verifier'
  | 'partner'
  | 'system'
  | 'ticket.file'
  | 'ticket.file_for'
  | 'ticket.handle'
  | 'ticket.decline'
  | 'ticket.lead'
  | 'ticket.reassign'
  | 'ticket.regrade'
  | 'ticket.coordinate'
  | 'ticket.appoint';

const IN_HAND: readonly Stage[] = ['submitted', 'accepted', 'working', 'reopened'];
/** Somebody holds it. */
const HELD: readonly Stage[] = ['accepted', 'working', 'reopened'];
const CLOSED_BY_VISIT: readonly Stage[] = ['verified', 'confirmed'];
/** Weeks after the closing of what was complex; and of one withdrawal in ten, whether it was of their own will. */
const OWES_VISIT: readonly Stage[] = [...CLOSED_BY_VISIT, 'withdrawn'];

export const APPEAL_FLOW: Flow<Stage, Action, By> = {
  open: { from: [], to: ['submitted'], by: ['ticket.file', 'ticket.file_for'] },
  accept: { from: ['submitted'], to: ['accepted'], by: ['ticket.handle'] },
  decline: { from: ['submitted'], to: ['declined'], by: ['ticket.decline'] },
  contest: { from: ['declined'], to: ['submitted'], by: ['requester'] },
  contact: { from: HELD, to: ['working'], by: ['holder'] },
  ask: { from: ['working'], to: 'unchanged', by: ['holder'] },
  answer: { from: HELD, to: 'unchanged', by: ['requester', 'holder'] },
  resolve: { from: ['working'], to: ['resolved'], by: ['holder'] },
  attempt: { from: ['resolved'], to: 'unchanged', by: ['verifier'] },
  verify: { from: ['resolved'], to: ['verified', 'reopened'], by: ['verifier'] },
  confirm: { from: ['resolved', 'verified'], to: ['confirmed'], by: ['requester'] },
  rate: { from: ['resolved', ...CLOSED_BY_VISIT], to: 'unchanged', by: ['requester', 'verifier'] },
  revisit: { from: OWES_VISIT, to: ['verified', 'confirmed', 'withdrawn', 'reopened'], by: ['verifier'] },
  reopen: {
    from: ['resolved', ...CLOSED_BY_VISIT],
    to: ['reopened'],
    by: ['requester', 'verifier', 'ticket.lead'],
  },
  withdraw: { from: IN_HAND, to: ['withdrawn'], by: ['requester'] },
  coordinate: { from: HELD, to: 'unchanged', by: ['ticket.coordinate'] },
  recall: { from: HELD, to: 'unchanged', by: ['ticket.coordinate'] },
  reply: { from: HELD, to: 'unchanged', by: ['partner'] },
  return: { from: HELD, to: 'unchanged', by: ['partner'] },
  escalate: { from: IN_HAND, to: 'unchanged', by: ['holder', 'ticket.reassign', 'ticket.lead', 'system'] },
  extend: { from: HELD, to: 'unchanged', by: ['ticket.lead'] },
  reassign: { from: IN_HAND, to: 'unchanged', by: ['ticket.reassign'] },
  regrade: { from: IN_HAND, to: 'unchanged', by: ['ticket.regrade'] },
  appoint: { from: ['resolved', ...CLOSED_BY_VISIT], to: 'unchanged', by: ['ticket.appoint'] },
  remark: { from: [...IN_HAND, 'resolved'], to: 'unchanged', by: ['holder', 'ticket.reassign'] },
  warn: { from: [...IN_HAND, 'resolved', ...OWES_VISIT], to: 'unchanged', by: ['system'] },
  resume: { from: HELD, to: 'unchanged', by: ['system'] },
  miss: { from: HELD, to: 'unchanged', by: ['system'] },
  redate: { from: [...IN_HAND, 'resolved'], to: 'unchanged', by: ['system'] },
};

/** Stages nothing more is expected in still lead on: reopen, contest, revisit. */
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
