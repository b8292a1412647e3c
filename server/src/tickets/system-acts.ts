/** What time alone does to a case: warn, raise a tier, go on after an unanswered question, note a partner's silence. Pure. */
import type { Action } from '@sevengrid/shared/tickets/flows';
import { TIERS, type ClockName, type Tier, type Trigger } from '@sevengrid/shared/tickets/terms';
import type { Due, Mark } from '@sevengrid/shared/tickets/deadlines';
import type { Given } from './appeal-rules';
import type { CaseState } from './case-state';
import { running } from './projection';

export interface SystemAct {
  action: Extract<Action, 'warn' | 'escalate' | 'resume' | 'miss'>;
  given: Given;
  /** When it was to be done; milliseconds UTC. */
  at: number;
}

const TRIGGER_OF: Partial<Record<ClockName, Trigger>> = { accept: 'accept_missed', resolve: 'resolve_missed' };

const above = (tier: Tier, than: Tier): boolean => TIERS.indexOf(tier) > TIERS.indexOf(than);

/** Of the marks already behind: the first rise still to be made, else the highest warning; what lies below it is then done too. */
function dueMark({ marks }: Due, now: number, tier: Tier): Mark | undefined {
  const past = marks.filter((mark) => mark.at <= now);
  return past.find((mark) => mark.tier !== undefined && above(mark.tier, tier)) ?? past.at(-1);
}

function ofClock(clock: ClockName, due: Due, state: CaseState, now: number): SystemAct | null {
  if (clock === 'answer') return due.at <= now ? { action: 'resume', given: { clock }, at: due.at } : null;
  const mark = dueMark(due, now, state.tier);
  if (!mark) return null;
  const given = { clock, percent: mark.percent };
  if (mark.tier === undefined || !above(mark.tier, state.tier)) return { action: 'warn', given, at: mark.at };
  const trigger = TRIGGER_OF[clock];
  return { action: 'escalate', given: { ...given, tier: mark.tier, ...(trigger ? { trigger } : {}) }, at: mark.at };
}

/** The first thing that time has to do by `now`; null when there is nothing. Do it, and ask again. */
export function nextSystemAct(state: CaseState, now: number): SystemAct | null {
  const acts = running(state).flatMap(({ clock, due }) => ofClock(clock, due, state, now) ?? []);
  for (const { id, due, state: stands } of state.requests) {
    const mark = stands === 'waiting' ? dueMark(due, now, state.tier) : undefined;
    if (!mark) continue;
    const given = { clock: 'partner' as const, percent: mark.percent, requestId: id };
    acts.push({ action: mark.percent >= 100 ? 'miss' : 'warn', given, at: mark.at });
  }
  return acts.sort((a, b) => a.at - b.at)[0] ?? null;
}
