/** What somebody has begun to write: per person and form, kept on the phone, gone after sending or after 7 days. */
import { keep, keptUnder } from '../platform/storage';
import { owner } from './session';

/** Milliseconds; whatever was not sent by then is gone from the phone. */
export const LIFETIME = 7 * 86_400_000;

type Drafts = Record<string, { savedAt: number; form: unknown }>;

const alive = (drafts: Drafts, now: number): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([, draft]) => now - draft.savedAt < LIFETIME));

/** What is kept and not too old. */
const drafts = (now = Date.now()): Drafts => alive(keptUnder('drafts') ?? {}, now);

const nameOf = (form: string, whose: string): string => `${whose}:${form}`;

/** The draft of `form`, if it is this person's and younger than 7 days. */
export function draftOf<T>(form: string, whose = owner(), now = Date.now()): T | undefined {
  return drafts(now)[nameOf(form, whose)]?.form as T | undefined;
}

/** Keeps the draft and sweeps out old ones; false when the phone is full. */
export function saveDraft(form: string, value: unknown, whose = owner(), now = Date.now()): boolean {
  return keep('drafts', { ...drafts(now), [nameOf(form, whose)]: { savedAt: now, form: value } });
}

export function wipeDraft(form: string, whose = owner()): void {
  const { [nameOf(form, whose)]: gone, ...others } = drafts();
  if (gone) keep('drafts', others);
}

/** Called once at launch: what is too old does not wait for the next draft. */
export function sweepDrafts(now = Date.now()): void {
  const [kept, left] = [keptUnder('drafts') ?? {}, drafts(now)];
  if (Object.keys(left).length < Object.keys(kept).length) keep('drafts', left);
}

/** Everything somebody has begun passes to `heir`, or goes where there is none; what the heir has begun stays. */
export function passDraftsOn(from: string, heir?: string): void {
  const mine = Object.entries(drafts()).filter(([name]) => name.startsWith(`${from}:`));
  if (mine.length === 0) return;
  const others = Object.fromEntries(Object.entries(drafts()).filter(([name]) => !name.startsWith(`${from}:`)));
  const passed = heir ? mine.map(([name, draft]) => [heir + name.slice(from.length), draft] as const) : [];
  keep('drafts', { ...Object.fromEntries(passed), ...others });
}
