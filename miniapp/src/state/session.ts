/** Who is logged in on this phone: the token, kept, and what everybody must forget when it ends. */
import { signal } from '../platform/signal';
import { forget, keep, keptUnder } from '../platform/storage';

export interface Session {
  token: string;
  /** Whose drafts these are; null until `me` has answered. */
  personId: string | null;
}

export const session = signal<Session | null>(keptUnder('session') ?? null);

/** Set when the server refused the token, so that pages can say "log in again" instead of "log in". */
export const sessionLost = signal(false);

export function begin(token: string): void {
  const next: Session = { token, personId: null };
  keep('session', next);
  sessionLost.set(false);
  session.set(next);
}

/** `me` answered: from now on drafts and the queue belong to this person. */
export function know(personId: string): void {
  const now = session.get();
  if (!now || now.personId === personId) return;
  const next: Session = { ...now, personId };
  keep('session', next);
  session.set(next);
}

export function end(): void {
  forget('session');
  session.set(null);
}

/** Ends the session the refused call was made with; a newer one stays. */
export function lose(token: string): void {
  if (session.get()?.token !== token) return;
  end();
  sessionLost.set(true);
}

/** The owner of what is written before anybody is known. */
export const NOBODY = 'nobody';

/** Whose things these are on a phone that several people may use. */
export const owner = (): string => session.get()?.personId ?? NOBODY;
