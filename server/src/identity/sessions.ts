/** Sessions: opaque tokens of which only the hash is kept, with idle and absolute ends. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView } from '@sevengrid/shared/identity/views';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { makeActor, type Actor, type ActorSource, type Grant } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { GRANT_HOLDS, grantOf, grantsOf, type GrantRow } from './rights';
import { Scopes } from './scopes';
import { FRESH_MINUTES, GUEST_TERMS, termsFor, type SessionTerms } from './session-terms';

const MINUTE = 60_000;
/** What somebody may do before the first password is changed. */
const BEFORE_CHANGE = ['identity.me', 'identity.changePassword', 'identity.logOut'];

interface SessionRow {
  id: string;
  person_id: string | null;
  guest_id: string | null;
  last_seen_at: Date;
  expires_at: Date;
  idle_minutes: number;
  ended_at: Date | null;
  must_change: number | null;
  disabled_at: Date | null;
  card_id: string | null;
  scope_id: string | null;
  now: Date;
  revision: number;
  /** Of one grant; null of a person who has none. */
  role: string | null;
  granted_id: string | null;
  organisation_id: string | null;
  permissions: string | string[] | null;
}

export type WhoseSessions = { personId: string } | { guestId: string } | { cardId: string };

@Injectable()
export class Sessions implements ActorSource {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
  ) {}

  async openForPerson(tx: EntityManager, personId: string): Promise<SessionView> {
    const roles = (await grantsOf(tx, personId)).map((grant) => grant.role);
    const person = await one<{ must_change: number }>(tx, 'SELECT must_change FROM person WHERE id = ?', [personId]);
    return this.open(tx, { personId, guestId: null }, termsFor(roles), person?.must_change === 1);
  }

  openForGuest(tx: EntityManager, guestId: string): Promise<SessionView> {
    return this.open(tx, { personId: null, guestId }, GUEST_TERMS, false);
  }

  find(token: string, traceId: string): Promise<Actor | 'expired' | null> {
    return this.uow.read(async (tx) => {
      const found = await this.rowsOf(tx, token);
      const [row] = found;
      if (!row) return null;
      await this.scopes.refresh(tx, row.revision);
      if (!isLive(row)) return 'expired';
      await this.touch(tx, row);
      return this.actorOf(row, found.flatMap(grantIn), traceId);
    });
  }

  /** The guest of a live guest session, or null for anything else. */
  async guestOf(tx: EntityManager, token: string): Promise<{ id: string; scopeId: string | null } | null> {
    const [row] = await this.rowsOf(tx, token);
    return row?.guest_id && isLive(row) ? { id: row.guest_id, scopeId: row.scope_id } : null;
  }

  /** Ends all sessions of a person, a guest, or all the guests of a card; one may be spared. */
  async endAllOf(tx: EntityManager, whose: WhoseSessions, exceptSessionId = ''): Promise<void> {
    const [condition, id] =
      'personId' in whose
        ? ['person_id = ?', whose.personId]
        : 'guestId' in whose
          ? ['guest_id = ?', whose.guestId]
          : ['guest_id IN (SELECT id FROM guest WHERE card_id = ?)', whose.cardId];
    await change(tx, `UPDATE session SET ended_at = NOW(3) WHERE ${condition} AND id <> ? AND ended_at IS NULL`, [
      id,
      exceptSessionId,
    ]);
  }

  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await change(tx, 'UPDATE session SET ended_at = NOW(3) WHERE id = ? AND ended_at IS NULL', [sessionId]);
  }

  /** Ends the request unless the actor logged in lately, or sits at a desk whose session ends by itself. */
  async demandFresh(tx: EntityManager, actor: Actor): Promise<void> {
    const row = await one<{ idle_minutes: number; age: number }>(
      tx,
      'SELECT idle_minutes, TIMESTAMPDIFF(SECOND, created_at, NOW(3)) AS age FROM session WHERE id = ?',
      [actor.sessionId],
    );
    if (!row) fail('SESSION_EXPIRED');
    if (row.idle_minutes > FRESH_MINUTES && row.age > FRESH_MINUTES * 60) fail('LOG_IN_NOT_FRESH');
  }

  private async open(
    tx: EntityManager,
    { personId, guestId }: { personId: string | null; guestId: string | null },
    terms: SessionTerms,
    mustChangePassword: boolean,
  ): Promise<SessionView> {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    await change(
      tx,
      `INSERT INTO session (id, token_hash, person_id, guest_id, created_at, last_seen_at, expires_at, idle_minutes)
       VALUES (?, ?, ?, ?, NOW(3), NOW(3), NOW(3) + INTERVAL ? MINUTE, ?)`,
      [id, sha256(token), personId, guestId, terms.absoluteMinutes, terms.idleMinutes],
    );
    const row = await one<{ expires_at: Date }>(tx, 'SELECT expires_at FROM session WHERE id = ?', [id]);
    const expiresAt = (row?.expires_at ?? new Date(0)).toISOString();
    return { token, expiresAt, kind: personId ? 'person' : 'guest', mustChangePassword };
  }

  /** The session with whose it is, once for each grant that holds today: all that a request asks of it, in one statement. */
  private rowsOf(tx: EntityManager, token: string): Promise<SessionRow[]> {
    return rows<SessionRow>(
      tx,
      `SELECT s.id, s.person_id, s.guest_id, s.last_seen_at, s.expires_at, s.idle_minutes, s.ended_at,
              p.must_change, p.disabled_at, g.card_id, g.scope_id, NOW(3) AS now,
              (SELECT revision FROM scope_revision WHERE one = 1) AS revision,
              r.name AS role, COALESCE(rg.scope_id, g.scope_id) AS granted_id, rg.organisation_id, r.permissions
       FROM session s LEFT JOIN person p ON p.id = s.person_id LEFT JOIN guest g ON g.id = s.guest_id
       LEFT JOIN (role_grant rg JOIN scope sc ON sc.id = rg.scope_id) ON rg.person_id = s.person_id AND ${GRANT_HOLDS}
       LEFT JOIN role r ON r.name = IF(s.guest_id IS NULL, rg.role, 'guest')
       WHERE s.token_hash = ? ORDER BY rg.id`,
      [sha256(token)],
    );
  }

  /** Notes the visit, but not at every request: a thirtieth of the idle time is near enough. */
  private async touch(tx: EntityManager, row: SessionRow): Promise<void> {
    if (row.now.getTime() - row.last_seen_at.getTime() < (row.idle_minutes * MINUTE) / 30) return;
    await change(tx, 'UPDATE session SET last_seen_at = NOW(3) WHERE id = ? AND last_seen_at < NOW(3)', [row.id]);
  }

  private actorOf(row: SessionRow, grants: readonly Grant[], traceId: string): Actor {
    return makeActor({
      id: row.person_id ?? row.guest_id ?? '',
      kind: row.person_id ? 'person' : 'guest',
      sessionId: row.id,
      traceId,
      grants,
      cardId: row.card_id ?? undefined,
      only: row.must_change === 1 ? { routes: BEFORE_CHANGE, otherwise: 'PASSWORD_MUST_CHANGE' } : undefined,
      within: (scopeId) => this.scopes.withDescendants(scopeId),
    });
  }
}

/** A guest holds one, in the grid of the card; none without a grid. */
function grantIn({ role, granted_id, organisation_id, permissions }: SessionRow): Grant[] {
  if (role === null || granted_id === null || permissions === null) return [];
  const row: GrantRow = { role, scope_id: granted_id, organisation_id, permissions };
  return [grantOf(row)];
}

function isLive(row: SessionRow): boolean {
  if (row.ended_at || row.disabled_at) return false;
  const now = row.now.getTime();
  return now < row.expires_at.getTime() && now - row.last_seen_at.getTime() < row.idle_minutes * MINUTE;
}
