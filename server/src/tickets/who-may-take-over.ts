/** Who may do which work in some grids: handle tickets, stand at a tier, make return visits. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TierPlaceView } from '@sevengrid/shared/tickets/hand-over.views';
import { TIERS } from '@sevengrid/shared/tickets/terms';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { Tiers } from './tiers';
import type { Work } from './work-in-hand';

/** By person. */
export interface Rights {
  /** Grids in which they handle tickets. */
  handles: ReadonlyMap<string, readonly string[]>;
  /** Tiers at which they lead, or above which they do. */
  leads: ReadonlyMap<string, readonly TierPlaceView[]>;
  /** Grids in which they make return visits. */
  verifies: ReadonlyMap<string, readonly string[]>;
}

const [, ...RISEN] = TIERS;

const put = <T>(to: Map<string, T[]>, persons: readonly string[], what: T): void => {
  for (const person of persons) to.set(person, [...(to.get(person) ?? []), what]);
};

@Injectable()
export class WhoMayTakeOver {
  constructor(
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly tiers: Tiers,
  ) {}

  async rights(tx: EntityManager, grids: readonly string[]): Promise<Rights> {
    const [handles, verifies] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const grid of grids) {
      put(handles, await this.people.holding(tx, 'ticket.handle', grid), grid);
      put(verifies, await this.people.holding(tx, 'ticket.verify', grid), grid);
    }
    return { handles, verifies, leads: await this.leads(tx, grids) };
  }

  /** Whether it is within the rights of `personId`. */
  can({ handles, leads, verifies }: Rights, personId: string, { as, gridId, tier }: Omit<Work, 'personId'>): boolean {
    if (as !== 'joined') return (as === 'holder' ? handles : verifies).get(personId)?.includes(gridId) === true;
    const { id } = this.scopes.communityOf(gridId);
    return leads.get(personId)?.some((at) => at.communityId === id && at.tier === tier) === true;
  }

  /** Where a tier has nobody left, somebody from above it may take the place. */
  private async leads(tx: EntityManager, grids: readonly string[]): Promise<Map<string, TierPlaceView[]>> {
    const found = new Map<string, TierPlaceView[]>();
    for (const communityId of new Set(grids.map((grid) => this.scopes.communityOf(grid).id)))
      for (const [n, tier] of RISEN.entries()) {
        const here = [];
        for (const from of RISEN.slice(n)) here.push(...(await this.tiers.leadsAt(tx, communityId, from)));
        put(found, here, { communityId, tier });
      }
    return found;
  }
}
