/** The last scan of a check-in code on this phone: kept for its minutes, so that whoever must log in first is not late. */
import type { PresenceTicketView } from '@sevengrid/shared/volunteering/presence.views';
import { newId } from '../platform/random';
import { forget, keep, keptUnder } from '../platform/storage';

export interface KeptScan {
  /** As it was scanned: the same again is the same scan. */
  code: string;
  ticket: PresenceTicketView;
  /** Milliseconds by which the server's clock is ahead of this phone's. */
  ahead: number;
}

/** The name of this phone at check-ins: drawn once, told to nobody else. */
export function device(): string {
  const known = keptUnder('device');
  if (known) return known;
  const drawn = newId();
  keep('device', drawn);
  return drawn;
}

/** @param arrived when the ticket did, by this phone's clock */
export function keepScan(code: string, ticket: PresenceTicketView, arrived: number): KeptScan {
  const kept = { code, ticket, ahead: Date.parse(ticket.now) - arrived };
  keep('presence', kept);
  return kept;
}

export const isOver = ({ ticket, ahead }: KeptScan, now: number): boolean =>
  now + ahead >= Date.parse(ticket.expiresAt);

/** That of `code`, or the last one where none is named; nothing once it is over. */
export function scanKept(code: string | undefined, now: number): KeptScan | undefined {
  const kept = keptUnder('presence');
  if (!kept || isOver(kept, now)) return undefined;
  return code === undefined || kept.code === code ? kept : undefined;
}

/** It was used. */
export const dropScan = (): void => forget('presence');
