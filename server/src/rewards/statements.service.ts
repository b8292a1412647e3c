/** Monthly statements: drawn up, read by both sides, confirmed by both, and what either says of them. */
import { Injectable } from '@nestjs/common';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { PAGE_SIZE, type PageQuery } from '@sevengrid/shared/kernel/page';
import type { DrawUpStatement, StatementQuery } from '@sevengrid/shared/rewards/statements.requests';
import { statementRoutes } from '@sevengrid/shared/rewards/statements.routes';
import type { StatementDetailView, StatementLinePage, StatementPage } from '@sevengrid/shared/rewards/statements.views';
import type { StatementSide } from '@sevengrid/shared/rewards/terms';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { canonicalJson, inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, firstIds } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import type { FileToAnswer } from '../platform/http/answer-file';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Seals } from '../platform/seal/seals';
import { drawUp } from './drawing-up';
import { Keeping, shopsOf } from './keeping';
import { MerchantsService } from './merchants.service';
import { statementSheet } from './statement-sheet';
import { statementWorkbook } from './statement-workbook';
import { confirmationsOf, findStatements, lineView, linesOf, statementViews } from './statements';
import type { LineRow, StatementRow } from './statements';

const CONFIRM = 'statement.confirm' as const;

interface RemarkRow {
  id: string;
  side: StatementSide;
  said_by: string;
  text_ref: string;
  at: Date;
}

@Injectable()
export class StatementsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keeping: Keeping,
    private readonly merchants: MerchantsService,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
    seals: Seals,
  ) {
    for (const name of ['statement', 'statement_confirmation', 'statement_remark'])
      seals.register({ name, table: name, canonical: canonicalJson });
  }

  list(actor: Actor, { merchantId, cursor, limit = PAGE_SIZE }: StatementQuery): Promise<StatementPage> {
    const after = cursor ? { sql: 's.id < ?', params: decodeCursor(cursor, ['id']) } : null;
    const of = merchantId ? { sql: 's.merchant_id = ?', params: [merchantId] } : null;
    const shops = each('s.merchant_id', shopsOf(actor, CONFIRM));
    const communities = each('s.community_id', this.keeping.communities(actor, CONFIRM));
    const branches = [...shops, ...communities].map((branch) => and(branch, of, after));
    if (branches.length === 0) return Promise.resolve({ items: [], nextCursor: null });
    const order = { from: 'statement s', id: 's.id', direction: 'DESC', limit: limit + 1 } as const;
    const { sql, params } = firstIds(order, branches);
    return this.uow.read(async (tx) => {
      const found = await findStatements(tx, `JOIN (${sql}) found ON found.id = s.id ORDER BY s.id DESC`, params);
      const items = await this.views(tx, actor, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  one(actor: Actor, id: string): Promise<StatementDetailView> {
    return this.uow.read((tx) => this.detail(tx, actor, id));
  }

  lines(actor: Actor, id: string, { cursor, limit = PAGE_SIZE }: PageQuery): Promise<StatementLinePage> {
    const [after] = cursor === undefined ? [0] : decodeCursor(cursor, ['count', 'id']);
    return this.uow.read(async (tx) => {
      await this.visible(tx, actor, id);
      const found = await linesOf(tx, id, after, limit + 1);
      const items = found.slice(0, limit).map(lineView);
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.position, id]) : null };
    });
  }

  async drawUp(actor: Actor, key: string, body: DrawUpStatement): Promise<StatementDetailView> {
    const { merchantId, month } = body;
    const request = { actor, key, operation: statementRoutes.drawUp.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const communityId = await this.merchants.demandKept(tx, actor, merchantId, body.communityId);
      const { tzOffset } = this.keeping.communityOf(communityId);
      const { day } = wallTime((await this.clock.now(tx)).getTime(), tzOffset);
      if (month >= day.slice(0, 7)) fail('STATEMENT_TOO_EARLY');
      const drawn = await drawUp(tx, { merchantId, communityId, month, tzOffset, by: actor.id });
      return drawn === 'empty' ? fail('STATEMENT_EMPTY') : { id: drawn.id };
    });
    return this.one(actor, id);
  }

  async confirm(actor: Actor, key: string, id: string): Promise<StatementDetailView> {
    const request = { actor, key, operation: statementRoutes.confirm.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const row = await this.visible(tx, actor, id);
      // Two of one side at once: the second waits for the statement, and finds what the first confirmed.
      await rows(tx, 'SELECT id FROM statement WHERE id = ? FOR UPDATE', [id]);
      const side = this.sideOf(actor, row) ?? fail('NOT_FOUND');
      const confirmed = await confirmationsOf(tx, [id]);
      if (confirmed.some((one) => one.side === side)) fail('STATEMENT_CONFIRMED');
      if (confirmed.some((one) => one.confirmed_by === actor.id)) fail('STATEMENT_OWN_CONFIRMATION');
      const into =
        'INSERT INTO statement_confirmation (id, statement_id, side, confirmed_by, at) VALUES (?, ?, ?, ?, NOW(3))';
      await change(tx, into, [newId(), id, side, actor.id]);
      const subject = { kind: 'statement', id };
      const detail = { side, hash: row.hash };
      await this.audit.record(tx, { actor, action: 'statement.confirmed', subject, scopeId: row.community_id, detail });
      return { id };
    });
    return this.one(actor, id);
  }

  async say(actor: Actor, key: string, id: string, words: string): Promise<StatementDetailView> {
    const fingerprint = inputFingerprint({ id, words });
    await this.uow.once({ actor, key, operation: statementRoutes.say.name, fingerprint }, async (tx) => {
      const side = this.sideOf(actor, await this.visible(tx, actor, id)) ?? fail('NOT_FOUND');
      const { ref } = await this.texts.put(tx, words.trim());
      const into =
        'INSERT INTO statement_remark (id, statement_id, side, said_by, text_ref, at) VALUES (?, ?, ?, ?, ?, NOW(3))';
      await change(tx, into, [newId(), id, side, actor.id, ref]);
      return { id };
    });
    return this.one(actor, id);
  }

  async paper(actor: Actor, id: string, kind: 'pdf' | 'xlsx'): Promise<FileToAnswer> {
    const { view, lines } = await this.uow.read(async (tx) => {
      const view = await this.detail(tx, actor, id);
      return { view, lines: (await linesOf(tx, id)).map((row: LineRow) => lineView(row)) };
    });
    const { tzOffset } = this.keeping.communityOf(view.community.id);
    return kind === 'pdf' ? statementSheet(view, lines, tzOffset) : statementWorkbook(view, lines, tzOffset);
  }

  private async detail(tx: EntityManager, actor: Actor, id: string): Promise<StatementDetailView> {
    const row = await this.visible(tx, actor, id);
    const [view] = await this.views(tx, actor, [row]);
    const sql = 'SELECT id, side, said_by, text_ref, at FROM statement_remark WHERE statement_id = ? ORDER BY id';
    const remarks = await rows<RemarkRow>(tx, sql, [id]);
    const words = await this.texts.read(
      tx,
      remarks.map((one) => one.text_ref),
    );
    const names = await this.people.displayNames(
      tx,
      remarks.map((one) => one.said_by),
    );
    const said = remarks.map((one) => ({
      ...{ id: one.id, side: one.side, at: one.at.toISOString(), by: names.get(one.said_by) ?? null },
      words: words.get(one.text_ref) ?? '',
    }));
    return view ? { ...view, said } : fail('NOT_FOUND');
  }

  /** The shop's own statements, and those of the community; others are not there. */
  private async visible(tx: EntityManager, actor: Actor, id: string): Promise<StatementRow> {
    const [row] = await findStatements(tx, 'WHERE s.id = ?', [id]);
    return row && this.sideOf(actor, row) ? row : fail('NOT_FOUND');
  }

  private sideOf(actor: Actor, row: StatementRow): StatementSide | null {
    if (shopsOf(actor, CONFIRM).includes(row.merchant_id)) return 'merchant';
    return this.keeping.may(actor, CONFIRM, row.community_id) ? 'community' : null;
  }

  private views(tx: EntityManager, actor: Actor, found: readonly StatementRow[]): ReturnType<typeof statementViews> {
    const communityOf = (id: string): ReturnType<Keeping['communityOf']> => this.keeping.communityOf(id);
    return statementViews(tx, { people: this.people, communityOf, sideOf: (row) => this.sideOf(actor, row) }, found);
  }
}
