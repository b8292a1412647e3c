/** What each action of staff and grid workers asks for: one table, from which the page and its checks are made. */
import type { JsonRoute, RequestClass } from '@sevengrid/shared/kernel/route';
import { APPEAL_FLOW, type Action } from '@sevengrid/shared/tickets/flows';
import {
  AcceptTicket,
  AnswerQuestion,
  AppointVerifier,
  AskRequester,
  AttemptFollowUp,
  ContactRequester,
  CoordinateTicket,
  DeclineTicket,
  EscalateTicket,
  ExtendTicket,
  RateTicket,
  ReassignTicket,
  RecallRequest,
  RegradeTicket,
  RemarkTicket,
  ReopenTicket,
  ResolveTicket,
  RevisitTicket,
  VerifyTicket,
} from '@sevengrid/shared/tickets/moves.requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import {
  CONTACT_WAYS,
  DECLINE_REASONS,
  FINDINGS,
  GRADES,
  OUTCOMES,
  SATISFACTIONS,
  SURVEY_WAYS,
} from '@sevengrid/shared/tickets/terms';

/** What somebody fills in; a field left out of the form's table never goes over the wire. */
export interface ActValues {
  grade?: string;
  outcome?: string;
  finding?: string;
  how?: string;
  reason?: string;
  words?: string;
  place?: string;
  satisfied?: string;
  holderId?: string;
  verifierId?: string;
  organisationId?: string;
  requestId?: string;
  days?: string;
  shown?: boolean;
  onSite?: boolean;
  withContact?: boolean;
  /** Keys of what was taken along, or ids of what hangs on the ticket. */
  photoIds?: string[];
  voiceId?: string;
}

export type ActField =
  | {
      kind: 'choice';
      name: 'grade' | 'outcome' | 'finding' | 'how' | 'reason' | 'satisfied';
      values: readonly string[];
      columns?: 2 | 3;
    }
  | {
      kind: 'words';
      name: 'words';
      max: number;
      optional?: true;
      /** Said by voice, it need not be written. */
      unless?: 'voiceId';
    }
  | { kind: 'place'; name: 'place'; max: number; optional: true }
  | { kind: 'person'; name: 'holderId' | 'verifierId' }
  | { kind: 'body'; name: 'organisationId' }
  | { kind: 'request'; name: 'requestId' }
  | { kind: 'days'; name: 'days' }
  | { kind: 'photos'; name: 'photoIds'; optional: true; offers?: true }
  | { kind: 'voice'; name: 'voiceId'; optional: true }
  | { kind: 'switch'; name: 'shown' | 'onSite' | 'withContact'; optional?: true };

export interface ActForm {
  route: JsonRoute;
  request: RequestClass;
  fields: readonly ActField[];
  /** What stands there before anything is chosen. */
  blank: ActValues;
  /** Takes something away from somebody: the verb is drawn so. */
  grave?: true;
}

const grade: ActField = { kind: 'choice', name: 'grade', values: GRADES };
const how: ActField = { kind: 'choice', name: 'how', values: CONTACT_WAYS, columns: 3 };
const words = (max: number): ActField => ({ kind: 'words', name: 'words', max });
const maybeWords = (max: number): ActField => ({ kind: 'words', name: 'words', max, optional: true });
const spokenOr = (max: number): ActField => ({ kind: 'words', name: 'words', max, unless: 'voiceId' });
/** What was seen and said, shown and told. */
const media: readonly ActField[] = [
  { kind: 'photos', name: 'photoIds', optional: true },
  { kind: 'voice', name: 'voiceId', optional: true },
];
const flip = (name: 'shown' | 'withContact'): ActField => ({ kind: 'switch', name });

export const ACT_FORMS = {
  accept: {
    route: ticketRoutes.accept,
    request: AcceptTicket,
    fields: [grade, { kind: 'switch', name: 'onSite', optional: true }],
    blank: {},
  },
  contact: {
    route: ticketRoutes.contact,
    request: ContactRequester,
    fields: [how, words(1000), ...media, { kind: 'place', name: 'place', max: 120, optional: true }],
    blank: { how: 'visit' },
  },
  resolve: {
    route: ticketRoutes.resolve,
    request: ResolveTicket,
    fields: [{ kind: 'choice', name: 'outcome', values: OUTCOMES, columns: 2 }, words(1000), ...media],
    blank: {},
  },
  verify: {
    route: ticketRoutes.verify,
    request: VerifyTicket,
    fields: [{ kind: 'choice', name: 'finding', values: FINDINGS, columns: 2 }, how, maybeWords(1000)],
    blank: { how: 'call' },
  },
  attempt: { route: ticketRoutes.attempt, request: AttemptFollowUp, fields: [how], blank: { how: 'call' } },
  reassign: {
    route: ticketRoutes.reassign,
    request: ReassignTicket,
    fields: [{ kind: 'person', name: 'holderId' }, words(300)],
    blank: {},
  },
  regrade: { route: ticketRoutes.regrade, request: RegradeTicket, fields: [grade, words(300)], blank: {} },
  remark: {
    route: ticketRoutes.remark,
    request: RemarkTicket,
    fields: [words(1000), ...media, flip('shown')],
    blank: { shown: false },
  },
  ask: { route: ticketRoutes.ask, request: AskRequester, fields: [how, words(500)], blank: { how: 'call' } },
  answer: { route: ticketRoutes.answer, request: AnswerQuestion, fields: [spokenOr(1000), ...media], blank: {} },
  rate: {
    route: ticketRoutes.rate,
    request: RateTicket,
    fields: [
      { kind: 'choice', name: 'satisfied', values: SATISFACTIONS, columns: 3 },
      { kind: 'choice', name: 'how', values: SURVEY_WAYS.filter((way) => way !== 'self'), columns: 2 },
      maybeWords(1000),
    ],
    blank: { how: 'read_aloud' },
  },
  revisit: {
    route: ticketRoutes.revisit,
    request: RevisitTicket,
    fields: [
      { kind: 'choice', name: 'finding', values: FINDINGS.filter((finding) => finding !== 'not_reached') },
      how,
      maybeWords(1000),
    ],
    blank: { how: 'call' },
  },
  coordinate: {
    route: ticketRoutes.coordinate,
    request: CoordinateTicket,
    fields: [
      { kind: 'body', name: 'organisationId' },
      words(1000),
      { kind: 'photos', name: 'photoIds', optional: true, offers: true },
      { kind: 'voice', name: 'voiceId', optional: true },
      flip('withContact'),
    ],
    blank: { withContact: false },
  },
  recall: {
    route: ticketRoutes.recall,
    request: RecallRequest,
    fields: [{ kind: 'request', name: 'requestId' }, words(300)],
    blank: {},
  },
  escalate: { route: ticketRoutes.escalate, request: EscalateTicket, fields: [words(500)], blank: {} },
  extend: {
    route: ticketRoutes.extend,
    request: ExtendTicket,
    fields: [{ kind: 'days', name: 'days' }, words(500)],
    blank: {},
  },
  appoint: {
    route: ticketRoutes.appoint,
    request: AppointVerifier,
    fields: [{ kind: 'person', name: 'verifierId' }],
    blank: {},
  },
  reopen: {
    route: ticketRoutes.reopen,
    request: ReopenTicket,
    fields: [spokenOr(1000), ...media],
    blank: {},
    grave: true,
  },
  decline: {
    route: ticketRoutes.decline,
    request: DeclineTicket,
    fields: [{ kind: 'choice', name: 'reason', values: DECLINE_REASONS }, words(300)],
    blank: {},
    grave: true,
  },
} as const satisfies Partial<Record<Action, ActForm>>;

export type StaffAction = keyof typeof ACT_FORMS;

/** In the order in which they are offered: the first that may be done is the big verb. */
const ORDER: readonly StaffAction[] = [
  'accept',
  'verify',
  'resolve',
  'contact',
  'answer',
  'attempt',
  'revisit',
  'ask',
  'coordinate',
  'reassign',
  'escalate',
  'remark',
  'rate',
  'appoint',
  'regrade',
  'extend',
  'recall',
  'reopen',
  'decline',
];

export const isStaffAction = (action: string): action is StaffAction => action in ACT_FORMS;

export const formOf = (action: StaffAction): ActForm => ACT_FORMS[action];

/** The verbs for `moves`, the most expected first; the requester's own moves are not among them. */
export const verbsOf = (moves: readonly Action[]): StaffAction[] => ORDER.filter((action) => moves.includes(action));

/** Whose actions have pages of their own, or none. */
const BY_OTHERS: readonly string[] = ['requester', 'partner', 'system'];

/** Actions that somebody besides the requester may take, by the flow. */
export const staffActionsOfFlow = (): Action[] =>
  (Object.keys(APPEAL_FLOW) as Action[]).filter(
    (action) => action !== 'open' && APPEAL_FLOW[action].by.some((by) => !BY_OTHERS.includes(by)),
  );

/** The body to send: the form's own fields, blanks left out, words trimmed. */
export function bodyOf(form: ActForm, values: ActValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name } of form.fields) {
    const value = values[name];
    const kept = typeof value === 'string' ? value.trim() : value;
    const none = kept === undefined || kept === '' || (Array.isArray(kept) && kept.length === 0);
    if (!none) body[name] = name === 'days' ? Number(kept) : kept;
  }
  return body;
}

const STEPS: readonly StaffAction[] = ['accept', 'verify', 'resolve', 'contact'];

/** A step of the work itself, drawn as the big verb; the others set something beside it. */
export const isStep = (action: StaffAction): boolean => STEPS.includes(action);
