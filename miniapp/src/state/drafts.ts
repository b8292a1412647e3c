/** What somebody has begun to write: per person and form, kept on the phone, gone after sending or after 7 days. */
import { keep, keptUnder } from '../platform/storage';
import { owner } from './session';

const LIFETIME = 7 * 86_400_000;

type Drafts = Record<string, { savedAt: number; form: unknown }>;

const alive = (drafts: Drafts, now: number): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([, draft]) => now - draft.savedAt < LIFETIME));

const nameOf = (form: string): string => `${owner()}:${form}`;

/** The draft of `form`, if it is this person's and younger than 7 days. */
export function draftOf<T>(form: string, now = Date.now()): T | undefined {
  return alive(keptUnder('drafts') ?? {}, now)[nameOf(form)]?.form as T | undefined;
}

/** Keeps the draft and sweeps out old ones; false when the phone is full. */
export function saveDraft(form: string, value: unknown, now = Date.now()): boolean {
  return keep('drafts', { ...alive(keptUnder('drafts') ?? {}, now), [nameOf(form)]: { savedAt: now, form: value } });
}

export function wipeDraft(form: string, now = Date.now()): void {
  const { [nameOf(form)]: _gone, ...others } = alive(keptUnder('drafts') ?? {}, now);
  keep('drafts', others);
}
