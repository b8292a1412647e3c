/** Corrections of points: one person asks and says why, another decides, and neither is whom it is about. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { AdjustmentQuery, AskAdjustment, DecideAdjustment } from '@sevengrid/shared/points/requests';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import type { AdjustmentPage, AdjustmentView } from '@sevengrid/shared/points/views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import {
  decideAdjustment,
  findAdjustments,
  insertAdjustment,
  lockAdjustment,
  type AdjustmentRow,
} from './adjustment-rows';
import { Ledger } from './ledger';
import { PointCauses, type PointCause } from './point-causes';
import { PointsService } from './points.service';

const EDITS = 'points.adjust';

type Noted = Pick<AdjustmentRow, 'id' | 'communityId' | 'personId' | 'delta'> & { reasonRef: string | null };

/** Whoever asks or decides, and whom it is about, are three. */
const mayDecide = ({ id }: Actor, row: AdjustmentRow): boolean =>
  row.state === 'asked' && row.personId !== id && row.askedBy !== id;

@Injectable()
export class AdjustmentsService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly points: PointsService,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly ledger: Ledger,
    private readonly causes: PointCauses,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.causes.register('adjustment', (tx, ids) => this.reasonsOf(tx, ids));
    this.causes.register('lot_end', (_, ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, { title: { zh: '积分到期', bo: 'བསགས་སྐར་དུས་རྫོགས།' } }]))),
    );
  }

  list(actor: Actor, { communityId, state, cursor, limit = PAGE_SIZE }: AdjustmentQuery): Promise<AdjustmentPage> {
    const community = this.points.community(actor, 'points.read', communityId);
    const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
    return this.uow.read(async (tx) => {
      const found = await findAdjustments(tx, { communityId: community, state, before }, limit + 1);
      const items = await this.views(tx, actor, found.slice(0, limit));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  async ask(actor: Actor, key: string, body: AskAdjustment): Promise<AdjustmentView> {
    const communityId = this.points.community(actor, EDITS, body.communityId);
    const request = { actor, key, operation: pointRoutes.askAdjustment.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      await this.points.demandSeen(tx, actor, EDITS, body.personId, communityId);
      if (body.personId === actor.id) fail('POINTS_OF_ONESELF');
      const reason = await this.texts.put(tx, body.reason.trim());
      const made = { id: newId(), communityId, personId: body.personId, delta: body.points, askedBy: actor.id };
      await insertAdjustment(tx, { ...made, reasonRef: reason.ref, reasonDigest: reason.digest });
      await this.note(tx, actor, 'points.adjustment_asked', { ...made, reasonRef: reason.ref });
      return { id: made.id };
    });
    return this.uow.read((tx) => this.view(tx, actor, id));
  }

  async decide(actor: Actor, key: string, id: string, body: DecideAdjustment): Promise<AdjustmentView> {
    const { name: operation } = pointRoutes.decideAdjustment;
    const request = { actor, key, operation, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const row = (await lockAdjustment(tx, id)) ?? fail('NOT_FOUND');
      this.points.community(actor, EDITS, row.communityId);
      if (row.personId === actor.id) fail('POINTS_OF_ONESELF');
      if (row.askedBy === actor.id) fail('ADJUSTMENT_NEEDS_ANOTHER');
      if (row.state !== 'asked') fail('ADJUSTMENT_ALREADY_DECIDED');
      const answer = body.answer === undefined ? null : await this.texts.put(tx, body.answer.trim());
      const state = body.granted ? 'granted' : 'refused';
      await decideAdjustment(tx, { id, state, decidedBy: actor.id, answerRef: answer?.ref ?? null });
      const act = { actorId: row.askedBy, secondActorId: actor.id, communityId: row.communityId };
      if (body.granted) await this.ledger.adjust(tx, act, row.personId, row.delta, id);
      await this.note(tx, actor, `points.adjustment_${state}`, { ...row, reasonRef: answer?.ref ?? null });
      return { id };
    });
    return this.uow.read((tx) => this.view(tx, actor, id));
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, communityId, personId, delta, reasonRef }: Noted,
  ): Promise<void> {
    const subject = { kind: 'adjustment', id };
    return this.audit.record(tx, {
      actor,
      action,
      subject,
      scopeId: communityId,
      reasonRef,
      detail: { personId, delta },
    });
  }

  /** The reason that was given, in the words in which it was; whom it is about may read them. */
  private async reasonsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, PointCause>> {
    const found = await findAdjustments(tx, { ids }, ids.length);
    const texts = await this.texts.read(
      tx,
      found.map(({ reasonRef }) => reasonRef),
    );
    const reasons = new Map<string, PointCause>();
    for (const { id, reasonRef } of found) {
      const zh = texts.get(reasonRef);
      if (zh) reasons.set(id, { title: { zh }, subject: { kind: 'adjustment', id } });
    }
    return reasons;
  }

  private async view(tx: EntityManager, actor: Actor, id: string): Promise<AdjustmentView> {
    const [view] = await this.views(tx, actor, await findAdjustments(tx, { ids: [id] }, 1));
    return view ?? fail('NOT_FOUND');
  }

  private async views(tx: EntityManager, actor: Actor, found: readonly AdjustmentRow[]): Promise<AdjustmentView[]> {
    const persons = found.flatMap(({ personId, askedBy, decidedBy }) => [
      personId,
      askedBy,
      ...(decidedBy ? [decidedBy] : []),
    ]);
    const names = await this.people.displayNames(tx, persons);
    const texts = await this.texts.read(
      tx,
      found.flatMap(({ reasonRef, answerRef }) => [reasonRef, ...(answerRef ? [answerRef] : [])]),
    );
    const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
    return found.map((row) => ({
      id: row.id,
      person: named(row.personId),
      points: row.delta,
      reason: texts.get(row.reasonRef) ?? null,
      state: row.state,
      askedBy: named(row.askedBy),
      askedAt: row.askedAt.toISOString(),
      decidedBy: row.decidedBy ? named(row.decidedBy) : null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      answer: texts.get(row.answerRef ?? '') ?? null,
      mayDecide: mayDecide(actor, row) && actor.may(EDITS, [row.communityId]),
    }));
  }
}
