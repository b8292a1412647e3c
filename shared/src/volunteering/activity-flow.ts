/** The flow of an activity, as data: which action moves it from which stage to which, and who may. */
import { movesFrom, type Flow } from '../kernel/flow';
import { DOORS_OPEN_MS } from './check-in-code';

export const ACTIVITY_STAGES = [
  'draft',
  'open',
  'closed',
  'running',
  'confirming',
  'public_notice',
  'settled',
  'cancelled',
] as const;
export type ActivityStage = (typeof ACTIVITY_STAGES)[number];

export const ACTIVITY_ACTIONS = [
  'plan',
  'write',
  'publish',
  'close',
  'cancel',
  'sign_up',
  'leave',
  'begin',
  'check_in',
  'check_out',
  'call',
  'add',
  'second',
  'finish',
  'tick',
  'announce',
  'object',
  'judge',
  'settle',
  'take_back',
] as const;
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];

/**
 * Who may. Relations: `organiser` (named on the activity), `signed_up` (has a place), `neighbour` (anybody of the community),
 * `system` (time). The rest are permissions held in the community.
 */
export type ActivityBy =
  'organiser' | 'signed_up' | 'neighbour' | 'system' | 'activity.join' | 'activity.plan' | 'activity.award';

/** Whose hand leads it on the day. */
const LEADS: readonly ActivityBy[] = ['organiser', 'activity.plan'];
/** People are there, or what they did is being written down. */
const AT_WORK: readonly ActivityStage[] = ['running', 'confirming'];

export const ACTIVITY_FLOW: Flow<ActivityStage, ActivityAction, ActivityBy> = {
  plan: { from: [], to: ['draft'], by: ['activity.plan'] },
  write: { from: ['draft', 'open', 'closed'], to: 'unchanged', by: ['activity.plan'] },
  publish: { from: ['draft'], to: ['open'], by: ['activity.plan'] },
  close: { from: ['open'], to: ['closed'], by: ['activity.plan', 'system'] },
  cancel: { from: ['draft', 'open', 'closed', 'running'], to: ['cancelled'], by: ['activity.plan'] },
  sign_up: { from: ['open'], to: 'unchanged', by: ['activity.join'] },
  leave: { from: ['open', 'closed'], to: 'unchanged', by: ['signed_up'] },
  begin: { from: ['open', 'closed'], to: ['running'], by: ['system'] },
  check_in: { from: ['running'], to: 'unchanged', by: ['signed_up'] },
  check_out: { from: ['running'], to: 'unchanged', by: ['signed_up'] },
  call: { from: ['running'], to: 'unchanged', by: LEADS },
  add: { from: AT_WORK, to: 'unchanged', by: LEADS },
  second: { from: AT_WORK, to: 'unchanged', by: LEADS },
  finish: { from: ['running'], to: ['confirming'], by: ['system'] },
  tick: { from: ['confirming'], to: 'unchanged', by: LEADS },
  announce: { from: ['confirming'], to: ['public_notice'], by: LEADS },
  object: { from: ['public_notice'], to: 'unchanged', by: ['neighbour'] },
  judge: { from: ['public_notice'], to: 'unchanged', by: ['activity.award'] },
  settle: { from: ['public_notice'], to: ['settled'], by: ['activity.award', 'system'] },
  take_back: { from: ['settled'], to: 'unchanged', by: ['activity.award'] },
};

/** The actions that the flow has at `stage`, whoever asks. */
export const activityMovesFrom = (stage: ActivityStage): ActivityAction[] => movesFrom(ACTIVITY_FLOW, stage);

/** Milliseconds UTC. */
export interface ActivityTimes {
  signUpUntil: number;
  startsAt: number;
  endsAt: number;
}

export interface MoveOfTime {
  action: 'close' | 'begin' | 'finish';
  at: number;
}

/** What time alone does next and when; null where the activity waits for people. */
export function nextByTime(stage: ActivityStage, { signUpUntil, startsAt, endsAt }: ActivityTimes): MoveOfTime | null {
  const doors = startsAt - DOORS_OPEN_MS;
  if (stage === 'open')
    return signUpUntil < doors ? { action: 'close', at: signUpUntil } : { action: 'begin', at: doors };
  if (stage === 'closed') return { action: 'begin', at: doors };
  return stage === 'running' ? { action: 'finish', at: endsAt } : null;
}

/** The actions that time has due at `now`, first to last. */
export function dueByTime(stage: ActivityStage, times: ActivityTimes, now: number): MoveOfTime['action'][] {
  const next = nextByTime(stage, times);
  if (!next || next.at > now) return [];
  const [to] = ACTIVITY_FLOW[next.action].to as readonly ActivityStage[];
  return [next.action, ...(to ? dueByTime(to, times, now) : [])];
}
