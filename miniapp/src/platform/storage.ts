/** The one place that touches the phone's key-value storage; every key and what lies under it is named here. */
import Taro from '@tarojs/taro';
import type { PresenceTicketView } from '@sevengrid/shared/volunteering/presence.views';
import { signal } from './signal';

/** What is kept, by key. A new key is added here and nowhere else. */
export interface Kept {
  language: 'zh' | 'bo';
  textSize: 'standard' | 'large' | 'huge';
  session: { token: string; personId: string | null };
  drafts: Record<string, { savedAt: number; form: unknown }>;
  outbox: unknown[];
  attachments: unknown[];
  followCodes: Record<string, string>;
  /** The card scanned last, and the guest who came by it. */
  card: { token: string; openedAt: number; guestId?: string };
  /** Drawn once: that a scan was used on the phone that scanned. */
  device: string;
  /** The last scan of a check-in code, good for minutes. */
  presence: { code: string; ticket: PresenceTicketView; ahead: number };
  /** The last reply of a route, for a start without network. */
  [last: `last.${string}`]: { owner: string; reply: unknown };
}

export type KeptKey = keyof Kept;

const PREFIX = 'sg.';

/** What is kept under `key`, or undefined when nothing is, or when storage is refused (private windows). */
export function keptUnder<K extends KeptKey>(key: K): Kept[K] | undefined {
  try {
    const found: unknown = Taro.getStorageSync(PREFIX + key);
    return found === '' || found === undefined || found === null ? undefined : (found as Kept[K]);
  } catch {
    return undefined;
  }
}

/** True since the phone last refused to keep something. */
export const storageFull = signal(false);

/** Keeps `value`; false when the phone has no room or refuses, so that the caller can say so. */
export function keep<K extends KeptKey>(key: K, value: Kept[K]): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, value);
    storageFull.set(false);
    return true;
  } catch {
    storageFull.set(true);
    return false;
  }
}

export function forget(key: KeptKey): void {
  try {
    Taro.removeStorageSync(PREFIX + key);
  } catch {
    // Nothing was kept, so there is nothing to lose.
  }
}
