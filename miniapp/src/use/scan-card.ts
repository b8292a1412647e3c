/** Scanning a contact card from inside the app: one reading of what the camera saw, wherever the button stands. */
import { BASE } from '../api/base-address';
import { hostOf, tokenInLink, tokenInQ } from '../platform/card-link';
import { scanCode } from '../platform/scan';

/** The token of a card of ours; null for any other code; undefined when the person turned back. */
export async function scanCard(): Promise<string | null | undefined> {
  const link = await scanCode();
  return link === null ? undefined : tokenInLink(link, hostOf(BASE));
}

/** What the scan page is opened with: anything but a card of ours opens the page that says so. */
export const cardQuery = (token: string | null): { token: string } | { unknown: 1 } =>
  token === null ? { unknown: 1 } : { token };

/** The token in what WeChat hands to the page that a scan of its own opens. */
export const cardInQ = (q: string | undefined): string | null => (q ? tokenInQ(q, hostOf(BASE)) : null);
