/** Tickets of presence: given for a scan before anybody logs in, good once, on the phone that scanned. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { cardToken } from '@sevengrid/shared/cards/token';
import { DOORS_OPEN_MS, ticketTerm, type CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import { metresBetween, signalsOf, type Signal } from '@sevengrid/shared/volunteering/signals';
import type { ScanCode } from '@sevengrid/shared/volunteering/presence.requests';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, json, one } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import type { Activity } from './activities';

export interface GivenTicket {
  token: string;
  opensAt: Date;
  expiresAt: Date;
}

/** What the scan proves. */
export interface UsedTicket {
  /** When it was scanned, milliseconds UTC. */
  at: number;
  step: number;
  distance: number | null;
  accuracy: number | null;
  deviceHash: string;
  signals: Signal[];
}

interface Row {
  id: string;
  activity_id: string;
  point: CodePoint;
  step: number | string;
  device_hash: string;
  person_id: string | null;
  given_at: Date;
  opens_at: Date;
  expires_at: Date;
  distance_m: number | null;
  accuracy_m: number | null;
  signals: string | Signal[];
  used_at: Date | null;
}

/** Where the ticket is used, and by whom. */
export interface Use {
  activityId: string;
  point: CodePoint;
  ticket: string;
  device: string;
  personId: string;
  /** Milliseconds UTC. */
  now: number;
}

const MOST_METRES = 100_000_000;

@Injectable()
export class PresenceTickets {
  /** @param personId whose session scanned, where there was one: nobody else uses it then */
  async give(
    tx: EntityManager,
    activity: Activity,
    of: { point: CodePoint; step: number; scan: ScanCode; personId: string | null; now: number },
  ): Promise<GivenTicket> {
    const { point, step, scan, personId, now } = of;
    const token = cardToken(randomBytes(20));
    const { opensAt, expiresAt } = ticketTerm(now, activity.startsAt);
    const distance = distanceOf(activity, scan);
    const signals = signalsOf({
      ...{ distance, accuracy: scan.place?.accuracy ?? null, mock: scan.place?.mock ?? false },
      ...{ radius: activity.spot?.radius ?? null, othersOnDevice: 0, early: now < activity.startsAt - DOORS_OPEN_MS },
      scansThisSecond: (await this.scansSince(tx, activity.id, now - 1000)) + 1,
    });
    await change(
      tx,
      `INSERT INTO presence_ticket (id, token_hash, activity_id, point, step, device_hash, person_id, given_at, opens_at,
         expires_at, distance_m, accuracy_m, signals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[newId(), sha256(token), activity.id, point, step, sha256(scan.device), personId, new Date(now)],
        ...[new Date(opensAt), new Date(expiresAt), distance, scan.place?.accuracy ?? null, JSON.stringify(signals)],
      ],
    );
    return { token, opensAt: new Date(opensAt), expiresAt: new Date(expiresAt) };
  }

  /** @throws PRESENCE_TICKET_UNKNOWN, PRESENCE_TICKET_OVER, CHECK_IN_TOO_EARLY; it is then not used up */
  async use(tx: EntityManager, { activityId, point, ticket, device, personId, now }: Use): Promise<UsedTicket> {
    const row = await one<Row>(
      tx,
      `SELECT id, activity_id, point, step, device_hash, person_id, given_at, opens_at, expires_at, distance_m,
         accuracy_m, signals, used_at FROM presence_ticket WHERE token_hash = ? FOR UPDATE`,
      [sha256(ticket)],
    );
    const fits = row?.activity_id === activityId && row.point === point && row.device_hash === sha256(device);
    if (!row || !fits || (row.person_id !== null && row.person_id !== personId)) return fail('PRESENCE_TICKET_UNKNOWN');
    if (row.opens_at.getTime() > now) fail('CHECK_IN_TOO_EARLY', { facts: { opensAt: row.opens_at.getTime() } });
    const used = await change(
      tx,
      'UPDATE presence_ticket SET used_at = ?, used_by = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?',
      [new Date(now), personId, row.id, new Date(now)],
    );
    if (used === 0) fail('PRESENCE_TICKET_OVER');
    const shared: Signal[] =
      (await this.othersOn(tx, activityId, row.device_hash, personId)) > 0 ? ['shared_device'] : [];
    return {
      ...{ at: row.given_at.getTime(), step: Number(row.step), distance: row.distance_m, accuracy: row.accuracy_m },
      ...{ deviceHash: row.device_hash, signals: [...json(row.signals), ...shared] },
    };
  }

  private async scansSince(tx: EntityManager, activityId: string, since: number): Promise<number> {
    const sql = 'SELECT COUNT(*) AS n FROM presence_ticket WHERE activity_id = ? AND given_at > ?';
    return Number((await one<{ n: number }>(tx, sql, [activityId, new Date(since)]))?.n ?? 0);
  }

  private async othersOn(tx: EntityManager, activityId: string, deviceHash: string, personId: string): Promise<number> {
    const sql = `SELECT COUNT(DISTINCT used_by) AS n FROM presence_ticket
      WHERE activity_id = ? AND device_hash = ? AND used_by <> ?`;
    return Number((await one<{ n: number }>(tx, sql, [activityId, deviceHash, personId]))?.n ?? 0);
  }
}

function distanceOf({ spot }: Activity, { place }: ScanCode): number | null {
  return spot && place ? Math.min(MOST_METRES, Math.round(metresBetween(spot, place))) : null;
}
