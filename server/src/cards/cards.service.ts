/** What staff do with cards: list, issue, end, rotate, and read a link again for a reprint. */
import { Injectable } from '@nestjs/common';
import type { CardQuery, EndCard, IssueCard, ReadCardLink } from '@sevengrid/shared/cards/requests';
import type { FaultCode } from '@sevengrid/shared/faults';
import type { CardLinkView, CardPage, CardView } from '@sevengrid/shared/cards/views';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { Households } from '../grids/households';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, firstIds, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { CardDesk } from './card-desk';
import { CARD } from './cards';
import { cardLinkView, cardView, type CardRow } from './cards.views';

/** So long a lost answer to issuing may be asked for again. */
const SHOWN_AGAIN_MS = 10 * 60_000;

@Injectable()
export class CardsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly desk: CardDesk,
    private readonly households: Households,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: CardQuery): Promise<CardPage> {
    const visible = this.scopes.gridsAmong(actor.scopesWith('card.look_up'));
    if (query.gridId && !visible.includes(query.gridId)) fail('NOT_FOUND');
    const grids = query.gridId ? [query.gridId] : visible;
    if (grids.length === 0) return { items: [], nextCursor: null };
    const limit = query.limit ?? PAGE_SIZE;
    const home: Where | null = query.householdId ? { sql: 'c.household_id = ?', params: [query.householdId] } : null;
    const after: Where | null = query.cursor ? { sql: 'c.id < ?', params: decodeCursor(query.cursor, ['id']) } : null;
    const { sql, params } = firstIds(
      { from: 'card c', id: 'c.id', direction: 'DESC', limit: limit + 1 },
      each('c.grid_id', grids).map((grid) => and(grid, home, after)),
    );
    const found = await this.uow.read((tx) =>
      rows<CardRow>(tx, `${CARD} JOIN (${sql}) found ON found.id = c.id ORDER BY c.id DESC`, params),
    );
    const items = found.slice(0, limit).map(cardView);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
  }

  async issue(actor: Actor, key: string, body: IssueCard): Promise<CardLinkView> {
    const request = { actor, key, operation: 'cards.issue', fingerprint: inputFingerprint(body) };
    const work = async (tx: EntityManager): Promise<{ id: string }> => {
      const place = await this.households.find(tx, body.householdId);
      const path = place ? this.scopes.pathOf(place.gridId) : [];
      if (!place || !this.sees(actor, path)) return fail('NOT_FOUND');
      if (!actor.may('card.issue', path)) return fail('NOT_ALLOWED');
      const card = await this.desk.issue(tx, { householdId: place.id, gridId: place.gridId }, actor.id);
      await this.note(tx, actor, 'card.issued', { id: card, gridId: place.gridId });
      return { id: card };
    };
    const { id } = await this.uow.once(request, work, (tx, kept) =>
      this.showAgain(tx, actor, kept.id, 'CARD_ALREADY_ACTIVE'),
    );
    return this.link(id);
  }

  async end(actor: Actor, key: string, cardId: string, body: EndCard): Promise<CardView> {
    const request = { actor, key, operation: 'cards.end', fingerprint: inputFingerprint({ cardId, body }) };
    const work = async (tx: EntityManager): Promise<{ cardId: string }> => {
      const row = await this.visible(tx, actor, cardId, 'card.issue');
      await this.desk.end(tx, cardId, body.because, actor.id);
      await this.note(tx, actor, 'card.ended', { id: cardId, gridId: row.grid_id, because: body.because });
      return { cardId };
    };
    await this.uow.once(request, work, (tx) => this.visible(tx, actor, cardId, 'card.issue'));
    return cardView(await this.row(cardId));
  }

  async rotate(actor: Actor, key: string, cardId: string, body: EndCard): Promise<CardLinkView> {
    const request = { actor, key, operation: 'cards.rotate', fingerprint: inputFingerprint({ cardId, body }) };
    const work = async (tx: EntityManager): Promise<{ id: string }> => {
      const row = await this.visible(tx, actor, cardId, 'card.issue');
      await this.desk.end(tx, cardId, body.because, actor.id);
      const next = await this.desk.issue(tx, { householdId: row.household_id, gridId: row.grid_id }, actor.id);
      await this.note(tx, actor, 'card.ended', { id: cardId, gridId: row.grid_id, because: body.because });
      await this.note(tx, actor, 'card.issued', { id: next, gridId: row.grid_id });
      return { id: next };
    };
    const { id } = await this.uow.once(request, work, (tx, kept) => this.showAgain(tx, actor, kept.id, 'CARD_ENDED'));
    return this.link(id);
  }

  async readLink(actor: Actor, key: string, cardId: string, body: ReadCardLink): Promise<CardLinkView> {
    const request = { actor, key, operation: 'cards.readLink', fingerprint: inputFingerprint({ cardId, body }) };
    const read = async (tx: EntityManager): Promise<{ cardId: string }> => {
      const row = await this.visible(tx, actor, cardId, 'card.read_link');
      if (row.status !== 'active') fail('CARD_ENDED');
      const reasonRef = (await this.texts.put(tx, body.reason.trim())).ref;
      await this.note(tx, actor, 'card.link_read', { id: cardId, gridId: row.grid_id, reasonRef });
      return { cardId };
    };
    // Each time that the link is shown is a reading, a repeat as well.
    await this.uow.once(request, read, read);
    return this.link(cardId);
  }

  /**
   * A repeat of issuing shows the link again while the answer may still be under way; later it is answered like a new
   * request, since reading the link of a card that hangs in a kitchen is a right of its own.
   */
  private async showAgain(tx: EntityManager, actor: Actor, cardId: string, otherwise: FaultCode): Promise<void> {
    const row = await this.visible(tx, actor, cardId, 'card.issue');
    if (row.status !== 'active') fail('CARD_ENDED');
    const now = await this.clock.now(tx);
    if (now.getTime() - row.issued_at.getTime() > SHOWN_AGAIN_MS) fail(otherwise);
    await this.note(tx, actor, 'card.link_read', { id: cardId, gridId: row.grid_id });
  }

  /** Who may look cards up, issue them or read their links sees that a card is there. */
  private sees(actor: Actor, path: readonly string[]): boolean {
    return (['card.look_up', 'card.issue', 'card.read_link'] as const).some((permission) =>
      actor.may(permission, path),
    );
  }

  private async visible(tx: EntityManager, actor: Actor, cardId: string, permission: Permission): Promise<CardRow> {
    const row = await one<CardRow>(tx, `${CARD} WHERE c.id = ?`, [cardId]);
    const path = row ? this.scopes.pathOf(row.grid_id) : [];
    if (!row || !this.sees(actor, path)) return fail('NOT_FOUND');
    return actor.may(permission, path) ? row : fail('NOT_ALLOWED');
  }

  private async row(cardId: string): Promise<CardRow> {
    return (await this.uow.read((tx) => one<CardRow>(tx, `${CARD} WHERE c.id = ?`, [cardId]))) ?? fail('NOT_FOUND');
  }

  private async link(cardId: string): Promise<CardLinkView> {
    const row = await this.row(cardId);
    return cardLinkView(row, this.desk.urlOf(row.token_enc));
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, gridId, because, reasonRef }: { id: string; gridId: string; because?: string; reasonRef?: string },
  ): Promise<void> {
    const detail = because ? { because } : undefined;
    return this.audit.record(tx, { actor, action, subject: { kind: 'card', id }, scopeId: gridId, reasonRef, detail });
  }
}
