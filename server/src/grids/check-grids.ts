/** What the checklist of a new community says of grids, their teams, stations and households. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { SetUpChecks, each, needed, wished, type Check } from '../identity/set-up-checks';
import { one } from '../platform/database/sql';
import { gridSetUpViews } from './grid-set-up.views';

@Injectable()
export class CheckGrids implements OnModuleInit {
  constructor(
    private readonly checks: SetUpChecks,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.checks.register((tx, communityId) => this.look(tx, communityId));
  }

  private async look(tx: EntityManager, communityId: string): ReturnType<Check> {
    const grids = (await gridSetUpViews(tx, { communityId })).filter(({ retired }) => !retired);
    const serving = grids.map(({ team }) => team.filter(({ state, disabled }) => state === 'now' && !disabled));
    const withA = (as: string): number => serving.filter((team) => team.some((term) => term.as === as)).length;
    const onTeams = new Set(serving.flat().map(({ personId }) => personId));
    const verifiers = await this.people.holding(tx, 'ticket.verify', communityId);
    const counts = await one<{ stations: number; households: number }>(
      tx,
      `SELECT (SELECT COUNT(*) FROM station WHERE community_id = ? AND retired_at IS NULL) AS stations,
         (SELECT COUNT(*) FROM household h JOIN scope g ON g.id = h.grid_id WHERE g.parent_id = ?) AS households`,
      [communityId, communityId],
    );
    return {
      grids: needed(grids.length),
      workers: each(withA('worker'), grids.length, 'missing'),
      backups: each(withA('backup'), grids.length, 'advised'),
      branches: each(grids.filter(({ branchName }) => branchName).length, grids.length, 'advised'),
      verifiers: wished(verifiers.filter((id) => !onTeams.has(id)).length),
      stations: wished(counts?.stations ?? 0),
      households: needed(counts?.households ?? 0),
    };
  }
}
