/** Two shops with agreements that run, members with points, and the few things that people do there. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { DrawUpOffer } from '@sevengrid/shared/rewards/offers.requests';
import type { CaptureRedemption } from '@sevengrid/shared/rewards/redemptions.requests';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { CapturedView, LookedUpView, RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import { Audits } from '../../src/platform/audit/audits';
import { newId } from '../../src/platform/database/new-id';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Ledger } from '../../src/points/ledger';
import { LedgerAudits } from '../../src/points/ledger-audits';
import { EXPIRE_JOB } from '../../src/rewards/expire-redemptions';
import type { Answer } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast, type Who } from '../contract/cast';
import { openShops, published } from '../contract/shops-of-place';

export const DAY = 86_400_000;

export interface Account {
  posted: number;
  held: number;
}

export class Counter {
  constructor(readonly cast: Cast) {}

  static async open(app?: TestApp): Promise<Counter> {
    const cast = await new Cast(app ?? (await startApp())).gather();
    await openShops(cast);
    return new Counter(cast);
  }

  get app(): TestApp {
    return this.cast.app;
  }

  /** Points as an activity would have brought them. */
  async award(who: Who, points: number): Promise<void> {
    const award = { causeId: newId(), personId: this.cast.id(who), points, minutes: 0, unit: null, ruleVersion: 1 };
    const act = { actorId: null, communityId: this.cast.place.communityId };
    await this.app.get(UnitOfWork).run((tx) => this.app.get(Ledger).awardAll(tx, act, [award], 'attendance'));
  }

  offer(more?: Partial<DrawUpOffer>): Promise<string> {
    return published(this.cast, more);
  }

  async redeem(who: Who, offerId: string, key?: string): Promise<Answer<RedemptionView>> {
    const caller = await this.cast.as(who);
    return caller.call(redemptionRoutes.redeem, { params: { id: offerId } }, key ? { key } : {});
  }

  /** Redeemed, with its id. */
  async redeemed(who: Who, offerId: string): Promise<string> {
    return (await this.redeem(who, offerId)).reply.id;
  }

  async code(who: Who, id: string): Promise<{ code: string; digits: string }> {
    const { code, digits } = (await (await this.cast.as(who)).call(redemptionRoutes.code, { params: { id } })).reply;
    return { code, digits: digits ?? '' };
  }

  tail(who: Who): string {
    return this.cast.person(who).phone.slice(-4);
  }

  async lookUp(shop: Who, body: { code?: string; digits?: string; tail?: string }): Promise<Answer<LookedUpView>> {
    return (await this.cast.as(shop)).call(redemptionRoutes.lookUp, { body });
  }

  async capture(shop: Who, id: string, body: CaptureRedemption = {}): Promise<Answer<CapturedView>> {
    return (await this.cast.as(shop)).call(redemptionRoutes.capture, { params: { id }, body });
  }

  /** Shown, looked up and given. */
  async give(
    who: Who,
    id: string,
    shop: Who = 'merchant',
    body: CaptureRedemption = {},
  ): Promise<Answer<CapturedView>> {
    void (await this.lookUp(shop, { code: (await this.code(who, id)).code })).reply;
    return this.capture(shop, id, body);
  }

  async undo(shop: Who, id: string): Promise<Answer<CapturedView>> {
    return (await this.cast.as(shop)).call(redemptionRoutes.undo, { params: { id }, body: { words: '拿错了' } });
  }

  async cancel(who: Who, id: string): Promise<Answer<RedemptionView>> {
    return (await this.cast.as(who)).call(redemptionRoutes.cancel, { params: { id } });
  }

  async state(who: Who, id: string): Promise<string> {
    return (await (await this.cast.as(who)).call(redemptionRoutes.one, { params: { id } })).reply.state;
  }

  sweep(): Promise<boolean> {
    return this.app.get(Scheduler).runNow(EXPIRE_JOB);
  }

  async account(who: Who): Promise<Account> {
    const [row] = await this.rows<Account>(
      "SELECT posted, held FROM point_account WHERE person_id = ? AND ledger = 'PT'",
      [this.cast.id(who)],
    );
    return { posted: Number(row?.posted ?? 0), held: Number(row?.held ?? 0) };
  }

  async stock(offerId: string): Promise<{ held: number; captured: number }> {
    const [row] = await this.rows<{ held: number; captured: number }>('SELECT held, captured FROM offer WHERE id = ?', [
      offerId,
    ]);
    return { held: row?.held ?? -1, captured: row?.captured ?? -1 };
  }

  /** What `npm run audit` finds broken; points are given here without an activity, so that their awards are of none. */
  async broken(): Promise<string[]> {
    this.app.setTime(Math.max(this.app.now, Date.now()));
    await this.app.settle();
    const found = await this.app.get(Audits).run();
    for (const check of this.app.get(LedgerAudits).registered())
      found.push({ name: check.name, ...(await this.app.get(UnitOfWork).run((tx) => check.run(tx))) });
    return found.flatMap(({ name, broken }) =>
      broken && !broken.includes('is of no attendance') ? `${name}: ${broken}` : [],
    );
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.cast.place.sql(sql, values) as Promise<T[]>;
  }
}

export const CHECK_UP: Bilingual = { zh: '健康体检', bo: 'གཟུགས་པོའི་བརྟག་དཔྱད།' };
