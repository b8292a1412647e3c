/** What a start without network needs: the last reply of a few routes, kept per person and gone when they leave. */
import type { Route } from '@sevengrid/shared/kernel/route';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { MeView } from '@sevengrid/shared/identity/views';
import { communityOffset } from '../platform/due-text';
import { forget, keep, keptUnder } from '../platform/storage';
import { owner, session } from '../state/session';
import { hearReplies, queryClient } from './query-client';

/** What is kept is old from the start: it is shown, and asked for anew. */
export const LONG_AGO = 0;

const kept = new Set<string>();

/** Routes whose last reply is worth keeping; called once at launch. Only what is asked for without an input is kept. */
export const keepLast = (routes: readonly Route[]): void => routes.forEach(({ name }) => kept.add(name));

/** True of an input that asks for nothing in particular: another community's reply is not the person's own. */
const plain = (input: unknown): boolean =>
  Object.values(input ?? {}).every((part) => Object.values(part as object).every((of) => of === undefined));

/** The last reply of `route` to this person, where it was asked for like this; or undefined. */
export function lastReply<T>({ name }: Route, input: unknown = {}): T | undefined {
  if (!kept.has(name) || !plain(input)) return undefined;
  const found = keptUnder(`last.${name}`);
  return found && found.owner === owner() ? (found.reply as T) : undefined;
}

const wipe = (): void => kept.forEach((name) => forget(`last.${name}`));

/** Keeps what has arrived for whoever is logged in; before `me` has answered nobody knows whose it is. */
function writeDown(): void {
  const token = session.get()?.token;
  if (!token || session.get()?.personId === null) return;
  for (const { queryKey, state } of queryClient.getQueryCache().getAll()) {
    const [name, asker, , input] = queryKey as [string, string, string, unknown];
    if (
      !kept.has(name) ||
      !plain(input) ||
      asker !== token ||
      state.data === undefined ||
      state.dataUpdatedAt === LONG_AGO
    )
      continue;
    keep(`last.${name}`, { owner: owner(), reply: state.data });
  }
}

const tellTheTime = (me: MeView | undefined): void => void (me && communityOffset.set(me.tzOffset));

/** Called once at launch. */
export function followLastReplies(): void {
  let token = session.get()?.token;
  tellTheTime(lastReply<MeView>(identityRoutes.me));
  hearReplies(({ name, reply }) => {
    if (!kept.has(name)) return;
    if (name === identityRoutes.me.name) tellTheTime(reply as MeView);
    writeDown();
  });
  session.subscribe(() => {
    const now = session.get()?.token;
    if (now !== token) wipe();
    token = now;
    writeDown();
  });
}
