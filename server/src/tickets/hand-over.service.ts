/** All open work of one person into another's hands in one action, with the leave where it is for that: nothing stays with who has gone. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { HandOver } from '@sevengrid/shared/tickets/requests';
import type { HandedOverView, HolderList, HolderView, TierPlaceView } from '@sevengrid/shared/tickets/hand-over.views';
import { LeavesService } from '../grids/leaves.service';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { inputFingerprint } from '../platform/database/fingerprint';
import { rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Candidates } from './candidates';
import { CaseEngine } from './case-engine';
import { historyOf } from './ticket-history';
import { WhoMayTakeOver, type Rights } from './who-may-take-over';
import { workInHand, type Work } from './work-in-hand';

@Injectable()
export class HandOverService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly candidates: Candidates,
    private readonly takers: WhoMayTakeOver,
    private readonly leaves: LeavesService,
    private readonly engine: CaseEngine,
  ) {}

  /** Everybody who works, or has work in hand, where the actor may hand over, with the places that tell who can take over from whom. */
  holders(actor: Actor): Promise<HolderList> {
    return this.uow.read(async (tx) => {
      const grids = this.gridsOf(actor);
      const work = await workInHand(tx, { grids });
      const rights = await this.takers.rights(tx, grids);
      const ids = [...new Set([...workers(rights), ...work.map(({ personId }) => personId)])];
      const shutOut = await this.people.shutOut(tx, ids);
      const { items } = await this.candidates.list(tx, ids, work);
      return {
        items: items.map((one) => {
          const own = work.filter(({ personId }) => personId === one.id);
          const left = own.some((each) => !this.takers.can(rights, one.id, each)) ? 'left' : null;
          return { ...one, ...this.places(rights, one.id, own), gone: shutOut.has(one.id) ? 'shut_out' : left };
        }),
      };
    });
  }

  async handOver(actor: Actor, key: string, body: HandOver): Promise<HandedOverView> {
    const request = { actor, key, operation: ticketRoutes.handOver.name, fingerprint: inputFingerprint(body) };
    return this.uow.once(request, (tx) => this.move(tx, actor, body));
  }

  private async move(tx: EntityManager, actor: Actor, { fromId, toId, words, leave }: HandOver) {
    const grids = this.gridsOf(actor);
    const work = await this.locked(tx, fromId, grids);
    const rights = await this.takers.rights(tx, grids);
    const known = workers(rights);
    if (!known.has(fromId) && work.length === 0) fail('NOT_FOUND');
    // All or nothing; but a return visit that cannot go to that person is anybody's again.
    const fits = work.every((each) => each.as === 'verifier' || this.takers.can(rights, toId, each));
    if (toId === fromId || !known.has(toId) || !fits) fail('HOLDER_UNSUITABLE');
    if (leave) await this.leaves.put(tx, actor, fromId, leave);
    const tickets = [...new Set(work.map(({ ticketId }) => ticketId))].sort();
    for (const id of tickets) {
      const parts = work.filter(({ ticketId }) => ticketId === id);
      await this.moveOne(tx, actor, id, parts, { fromId, toId, words });
    }
    return { moved: tickets.length };
  }

  /** A ticket is held and joined while it is open, and visited only after that. */
  private async moveOne(
    tx: EntityManager,
    actor: Actor,
    ticketId: string,
    parts: readonly Work[],
    { fromId, toId, words }: Pick<HandOver, 'fromId' | 'toId' | 'words'>,
  ): Promise<void> {
    const [{ gridId }] = parts as [Work];
    const has = (as: Work['as']): boolean => parts.some((part) => part.as === as);
    if (has('verifier')) {
      const able = await this.candidates.verifiers(tx, { gridId }, await historyOf(tx, ticketId));
      const given = able.includes(toId) ? { verifierId: toId } : {};
      return this.engine.move(tx, actor, { ticketId, action: 'appoint', given, words });
    }
    const places = { ...(has('holder') ? { holderId: toId } : {}), ...(has('joined') ? { joinedId: toId } : {}) };
    await this.engine.move(tx, actor, { ticketId, action: 'reassign', given: { formerId: fromId, ...places }, words });
  }

  /** Read again once the tickets are locked: what moved meanwhile is not theirs any longer. */
  private async locked(tx: EntityManager, personId: string, grids: readonly string[]): Promise<Work[]> {
    const found = await workInHand(tx, { persons: [personId], grids });
    if (found.length === 0) return [];
    const ids = found.map(({ ticketId }) => ticketId);
    await rows(tx, 'SELECT t.id FROM ticket t WHERE t.id IN (?) ORDER BY t.id FOR UPDATE', [ids]);
    const now = await workInHand(tx, { persons: [personId], grids });
    return now.filter(({ ticketId }) => ids.includes(ticketId));
  }

  private gridsOf = (actor: Actor): string[] => this.scopes.gridsAmong(actor.scopesWith('ticket.hand_over'));

  private places(
    { handles, leads }: Rights,
    personId: string,
    own: readonly Work[],
  ): Pick<HolderView, 'gridIds' | 'heldIn' | 'leadsAt' | 'joinedAt'> {
    const held = own.flatMap(({ as, gridId }) => (as === 'holder' ? gridId : []));
    const joined = own.flatMap(({ gridId, tier }): TierPlaceView[] =>
      tier === null ? [] : [{ communityId: this.scopes.communityOf(gridId).id, tier }],
    );
    return {
      gridIds: [...(handles.get(personId) ?? [])],
      heldIn: [...new Set(held)],
      leadsAt: [...(leads.get(personId) ?? [])],
      joinedAt: [...new Map(joined.map((place) => [`${place.communityId} ${place.tier}`, place])).values()],
    };
  }
}

/** Whoever handles tickets or leads somewhere there. */
const workers = ({ handles, leads }: Rights): Set<string> => new Set([...handles.keys(), ...leads.keys()]);
