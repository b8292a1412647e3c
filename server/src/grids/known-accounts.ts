/** Accounts that an import of people names, in memory with what they hold, and who is on the teams of the community’s grids. */
import type { TeamRole } from '@sevengrid/shared/grids/set-up.requests';
import type { EntityManager } from 'typeorm';
import { termsOf } from '../identity/terms-of-roles';
import { rows } from '../platform/database/sql';
import { TEAM_HOLDS } from './appointments';
import { SERVICE, SERVICE_RUNS } from './central-households';
import type { KnownHousehold } from './known-register';
import { teamTerms } from './team-terms';

/** Whose account it is, to whoever imports: of their own people, their own, shut, or of somebody they do not govern. */
export type Whose = 'ours' | 'own' | 'shut' | 'elsewhere';

export interface KnownAccount {
  /** Null while it is only planned. */
  id: string | null;
  name: string;
  whose: Whose;
  /** Row of the file that opens it, or is to be mended first. */
  row?: number;
  wrong?: boolean;
  /** Roles that run or are to come, see {@link holding}; the row of the file that gives it, null of what is held already. */
  holds: Map<string, number | null>;
  /** Households that it looks after. */
  serves: Set<string>;
  /** The same by rows of the file. */
  toServe: Map<KnownHousehold, number>;
}

/** Where and for whom an import of people is judged. */
export interface Importer {
  personId: string;
  /** Scopes that they govern. */
  reach: ReadonlySet<string>;
  communityId: string;
  gridIds: readonly string[];
}

/** `lead`, or `worker` and the grid. */
export const holding = (role: string, gridId?: string): string => (gridId ? `${role} ${gridId}` : role);

const AT_ONCE = 1000;

export const plannedAccount = (name: string, row: number, wrong: boolean): KnownAccount => ({
  ...{ id: null, name, whose: 'ours', row, wrong },
  ...{ holds: new Map(), serves: new Set(), toServe: new Map() },
});

export class KnownAccounts {
  private readonly accounts = new Map<string, KnownAccount>();
  /** Whoever has the one place of that kind in a grid: a row of the file, or null for somebody there already. */
  private readonly seats = new Map<string, number | null>();

  named(account: string): KnownAccount | undefined {
    return this.accounts.get(account);
  }

  plan(account: string, known: KnownAccount): void {
    this.accounts.set(account, known);
  }

  /** Undefined while the place is free. */
  seat(as: TeamRole, gridId: string): number | null | undefined {
    return this.seats.get(holding(as, gridId));
  }

  take(as: TeamRole, gridId: string, row: number): void {
    this.seats.set(holding(as, gridId), row);
  }

  static async load(tx: EntityManager, importer: Importer, accounts: readonly string[]): Promise<KnownAccounts> {
    const known = new KnownAccounts();
    const wanted = [...new Set(accounts)].filter((account) => account !== '');
    for (let from = 0; from < wanted.length; from += AT_ONCE)
      await known.loadSome(tx, importer, wanted.slice(from, from + AT_ONCE));
    if (wanted.length > 0) await known.loadTeams(tx, importer.gridIds);
    return known;
  }

  private async loadSome(tx: EntityManager, importer: Importer, accounts: readonly string[]): Promise<void> {
    const found = await rows<{ id: string; account: string; name: string | null; shut: number }>(
      tx,
      `SELECT id, account, display_name AS name, disabled_at IS NOT NULL AS shut FROM person WHERE account IN (?)`,
      [[...accounts]],
    );
    if (found.length === 0) return;
    const ids = found.map(({ id }) => id);
    const terms = await termsOf(tx, ids);
    const served = await rows<{ person_id: string; household_id: string }>(
      tx,
      `SELECT cs.person_id, cs.household_id FROM ${SERVICE} WHERE cs.person_id IN (?) AND ${SERVICE_RUNS}`,
      [ids],
    );
    for (const { id, account, name, shut } of found) {
      const own = terms.filter(({ personId }) => personId === id);
      const ours = own.some(({ scopeId }) => importer.reach.has(scopeId));
      const whose = id === importer.personId ? 'own' : !ours ? 'elsewhere' : shut === 1 ? 'shut' : 'ours';
      const held = own.filter(({ state, scopeId, role }) => {
        const here = role === TEAM_HOLDS ? importer.gridIds.includes(scopeId) : scopeId === importer.communityId;
        return state !== 'ended' && here;
      });
      const holds = held.map(({ role, scopeId }) => holding(role, role === TEAM_HOLDS ? scopeId : undefined));
      const serves = served.filter(({ person_id }) => person_id === id).map(({ household_id }) => household_id);
      this.plan(account, {
        ...{ id, name: name ?? '', whose, holds: new Map(holds.map((of) => [of, null])) },
        ...{ serves: new Set(serves), toServe: new Map() },
      });
    }
  }

  private async loadTeams(tx: EntityManager, gridIds: readonly string[]): Promise<void> {
    const byId = new Map([...this.accounts.values()].map((account) => [account.id, account]));
    for (const { as, gridId, personId } of await teamTerms(tx, gridIds)) {
      this.seats.set(holding(as, gridId), null);
      byId.get(personId)?.holds.set(holding(as, gridId), null);
    }
  }
}
