/** Reads the printed card's link strictly: our own `/c/<token>` and nothing else is ever followed. */

const TOKEN = '[0-9A-HJKMNP-TV-Z]{22}';
const PATH = new RegExp(`^/c/(${TOKEN})/?$`);
const LINK = new RegExp(`^https?://([^/?#]+)/c/(${TOKEN})/?$`);

/** The token in a path of this origin, or null. */
export const tokenInPath = (path: string): string | null => PATH.exec(path)?.[1] ?? null;

/** The host part of an address such as `http://127.0.0.1:3000`. */
export const hostOf = (base: string): string => /^https?:\/\/([^/]+)/.exec(base)?.[1] ?? '';

/** The token in a full link whose host is `host`; null for anything else, however alike. */
export function tokenInLink(link: string, host: string): string | null {
  const [, foundHost, token] = LINK.exec(link.trim()) ?? [];
  return foundHost === host && token ? token : null;
}

/** The token in `q`, the once-encoded full link that WeChat hands to the page that a scan opens. */
export function tokenInQ(q: string, host: string): string | null {
  try {
    return tokenInLink(decodeURIComponent(q), host);
  } catch {
    return null;
  }
}
