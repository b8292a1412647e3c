/** What a shop does at its counter: look a code up, give the thing, take it back; and what it gave today. */
import { Injectable } from '@nestjs/common';
import { dayPlus, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import { PAGE_SIZE, type PageQuery } from '@sevengrid/shared/kernel/page';
import type {
  CaptureRedemption,
  LookUpRedemption,
  UndoRedemption,
} from '@sevengrid/shared/rewards/redemptions.requests';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { CapturedView, LookedUpView, TodayView } from '@sevengrid/shared/rewards/redemptions.views';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/database/field-cipher';
import { canonicalJson, inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Seals } from '../platform/seal/seals';
import { Ledger } from '../points/ledger';
import { spendOf } from './agreements';
import { CodeTries } from './code-tries';
import { Codes } from './codes';
import { Keeping, shopsOf } from './keeping';
import { agreementFor } from './merchants';
import { demandDone, demandOpen, findRedemptions, giveBack, lookedUpBy, redemptionOf, stateOf } from './redemptions';
import type { RedemptionRow } from './redemptions';
import { RedemptionViews } from './redemptions.views';

@Injectable()
export class CounterService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly cipher: FieldCipher,
    private readonly codes: Codes,
    private readonly tries: CodeTries,
    private readonly keeping: Keeping,
    private readonly texts: Texts,
    private readonly views: RedemptionViews,
    private readonly audit: AuditLog,
    seals: Seals,
  ) {
    for (const name of ['redemption_capture', 'redemption_undo'])
      seals.register({ name, table: name, canonical: canonicalJson });
  }

  /** A code that leads nowhere is counted, whatever else its transaction does; so it is told only afterwards. */
  async lookUp(actor: Actor, key: string, body: LookUpRedemption): Promise<LookedUpView> {
    const operation = redemptionRoutes.lookUp.name;
    const { id } = await this.uow.once(
      { actor, key, operation, fingerprint: inputFingerprint(body) },
      async (tx): Promise<{ id: string | null }> => {
        await this.tries.demandFew(tx, actor.id);
        const found = await this.find(tx, body);
        if (!found) await this.tries.count(tx, actor.id);
        else await this.show(tx, actor, found);
        return { id: found?.id ?? null };
      },
    );
    if (id === null) return fail('REDEMPTION_NOT_FOUND');
    return this.uow.read(async (tx) => this.views.lookedUp(await redemptionOf(tx, id)));
  }

  async capture(actor: Actor, key: string, id: string, { billFen }: CaptureRedemption): Promise<CapturedView> {
    const operation = redemptionRoutes.capture.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, billFen }) }, async (tx) => {
      const shops = shopsOf(actor, 'redemption.verify');
      const merchantId = (await lookedUpBy(tx, id, shops)) ?? fail('REDEMPTION_NOT_FOUND');
      const row = await redemptionOf(tx, id);
      demandOpen(row);
      if (Number(row.min_spend_fen) > 0) demandBill(row, billFen);
      await this.give(tx, actor, row, { merchantId, billFen: billFen ?? null });
      return { id };
    });
    return this.uow.read(async (tx) => this.views.captured(await redemptionOf(tx, id)));
  }

  async undo(actor: Actor, key: string, id: string, { words }: UndoRedemption): Promise<CapturedView> {
    const operation = redemptionRoutes.undo.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, words }) }, async (tx) => {
      const row = await redemptionOf(tx, id);
      const { merchant_id: merchantId, undo_until: until } = row;
      if (!merchantId || !shopsOf(actor, 'redemption.verify').includes(merchantId)) return fail('REDEMPTION_NOT_FOUND');
      if (until && until.getTime() < (await this.clock.now(tx)).getTime()) fail('REDEMPTION_TOO_OLD');
      await this.takeOff(tx, actor, row, words);
      return { id };
    });
    return this.uow.read(async (tx) => this.views.captured(await redemptionOf(tx, id)));
  }

  /** By the community, at any time; a statement that has it stays as it is, and the next one has a line against it. */
  async takeBack(actor: Actor, key: string, id: string, words: string): Promise<CapturedView> {
    const operation = redemptionRoutes.takeBack.name;
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint({ id, words }) }, async (tx) => {
      const row = await redemptionOf(tx, id);
      if (!this.keeping.may(actor, 'points.adjust', row.community_id)) fail('REDEMPTION_NOT_FOUND');
      if (row.person_id === actor.id) fail('NOT_ALLOWED');
      if (!row.merchant_id) fail('REDEMPTION_NOT_USED');
      const reasonRef = await this.takeOff(tx, actor, row, words);
      const subject = { kind: 'redemption', id };
      const entry = { actor, action: 'redemption.taken_back', subject, scopeId: row.community_id, reasonRef };
      await this.audit.record(tx, entry);
      return { id };
    });
    return this.uow.read(async (tx) => this.views.captured(await redemptionOf(tx, id)));
  }

  async today(actor: Actor, { cursor, limit = PAGE_SIZE }: PageQuery): Promise<TodayView> {
    const shops = shopsOf(actor, 'redemption.verify');
    const { tzOffset } = this.keeping.around(actor);
    const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, ['instant', 'id']);
    return this.uow.read(async (tx) => {
      const { day } = wallTime((await this.clock.now(tx)).getTime(), tzOffset);
      const [from, to] = [day, dayPlus(day, 1)].map((one) => new Date(startOfDay(one, tzOffset))) as [Date, Date];
      const range = 'c.merchant_id IN (?) AND c.at >= ? AND c.at < ?';
      const params = [shops.length > 0 ? shops : [''], from, to];
      const after = at && id ? 'AND (c.at, c.redemption_id) < (?, ?)' : '';
      const which = `WHERE ${range} ${after} ORDER BY c.at DESC, c.redemption_id DESC LIMIT ?`;
      const found = await findRedemptions(tx, which, [...params, ...(at && id ? [at, id] : []), limit + 1]);
      const sum = await one<{ n: number; points: number | null; fen: number | null }>(
        tx,
        `SELECT COUNT(*) AS n, SUM(c.points) AS points, SUM(c.value_fen) AS fen FROM redemption_capture c
           LEFT JOIN redemption_undo u ON u.redemption_id = c.redemption_id
         WHERE ${range} AND u.id IS NULL`,
        params,
      );
      const last = found[limit - 1];
      return {
        ...{ day, count: Number(sum?.n ?? 0), points: Number(sum?.points ?? 0), valueFen: Number(sum?.fen ?? 0) },
        items: found.slice(0, limit).map((row) => this.views.captured(row)),
        nextCursor:
          found.length > limit && last?.captured_at ? encodeCursor([last.captured_at.getTime(), last.id]) : null,
      };
    });
  }

  private async find(tx: EntityManager, { code, digits, tail }: LookUpRedemption): Promise<RedemptionRow | null> {
    const now = await this.clock.now(tx);
    if (code !== undefined) {
      const read = this.codes.read(code, now);
      if (read === 'wrong') return null;
      return read === 'old' ? fail('REDEMPTION_CODE_OLD') : redemptionOf(tx, read.id);
    }
    const waiting = "p.phone_tail = ? AND h.state = 'reserved'";
    const candidates = await findRedemptions(tx, `WHERE ${waiting} ORDER BY r.id LIMIT 500`, [
      this.cipher.phoneTail(tail ?? ''),
    ]);
    return candidates.find(({ id }) => this.codes.fits(id, digits ?? '', now)) ?? null;
  }

  /** Shows it to a shop of the actor's that honours it, which may then give it. */
  private async show(tx: EntityManager, actor: Actor, row: RedemptionRow): Promise<void> {
    demandOpen(row);
    for (const merchantId of shopsOf(actor, 'redemption.verify')) {
      if (!(await agreementFor(tx, row.offer_id, merchantId))) continue;
      await change(
        tx,
        `INSERT INTO redemption_look_up (redemption_id, merchant_id, at) VALUES (?, ?, NOW(3))
         ON DUPLICATE KEY UPDATE at = NOW(3)`,
        [row.id, merchantId],
      );
      return;
    }
    fail('REDEMPTION_ELSEWHERE');
  }

  private async give(
    tx: EntityManager,
    actor: Actor,
    row: RedemptionRow,
    { merchantId, billFen }: { merchantId: string; billFen: number | null },
  ): Promise<void> {
    const { id, offer_id: offerId, community_id: communityId, cost, face_value_fen: value } = row;
    const agreementId = (await agreementFor(tx, offerId, merchantId)) ?? fail('REDEMPTION_ELSEWHERE');
    demandDone(await this.ledger.capture(tx, { actorId: actor.id, communityId }, id, merchantId));
    await change(tx, 'UPDATE offer SET held = held - 1, captured = captured + 1 WHERE id = ?', [offerId]);
    if (!(await spendOf(tx, agreementId, { points: cost, fen: Number(value) }))) fail('AGREEMENT_SPENT');
    await change(
      tx,
      `INSERT INTO redemption_capture (id, redemption_id, merchant_id, community_id, agreement_id, captured_by, points,
         value_fen, bill_fen, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(3))`,
      [newId(), id, merchantId, communityId, agreementId, actor.id, cost, value, billFen],
    );
  }

  /** The points go back to the lots they came from, the thing to the stock, its value to the agreement. */
  private async takeOff(tx: EntityManager, actor: Actor, row: RedemptionRow, words?: string): Promise<string | null> {
    if (stateOf(row) === 'undone') fail('REDEMPTION_UNDONE');
    const { id, merchant_id: merchantId, community_id: communityId, agreement_id: agreementId, cost } = row;
    const outcome = await this.ledger.uncapture(tx, { actorId: actor.id, communityId }, id);
    if (outcome !== 'done') fail('REDEMPTION_UNDONE');
    await giveBack(tx, row, 'captured');
    await spendOf(tx, agreementId ?? '', { points: -cost, fen: -Number(row.face_value_fen) });
    const reason = words === undefined ? null : await this.texts.put(tx, words.trim());
    await change(
      tx,
      `INSERT INTO redemption_undo (id, redemption_id, merchant_id, community_id, undone_by, reason_ref, at)
       VALUES (?, ?, ?, ?, ?, ?, NOW(3))`,
      [newId(), id, merchantId, communityId, actor.id, reason?.ref ?? null],
    );
    return reason?.ref ?? null;
  }
}

function demandBill({ min_spend_fen: least }: RedemptionRow, billFen: number | undefined): void {
  if (billFen === undefined) fail('INPUT_INVALID', { fields: [{ field: 'body.billFen', rules: ['isDefined'] }] });
  if (billFen < Number(least)) fail('REDEMPTION_BILL_TOO_SMALL', { facts: { minSpendFen: Number(least) } });
}
