/** Says of each row of people what it would do: open an account, give a role, put a household into somebody’s care, or nothing and why. */
import { MOST_SERVED } from '@sevengrid/shared/grids/central-households';
import type { RowProblem } from '@sevengrid/shared/grids/import-problems';
import { ROLES_OF_SHEET, SHEET_ROLES, type SheetRoleSpec } from '@sevengrid/shared/grids/register-roles';
import type { Verdict } from '@sevengrid/shared/grids/imports.views';
import { TEAM_HOLDS } from './appointments';
import { FINE, held, wrong, type Judged, type RowJudge } from './judge-rows';
import { holding, plannedAccount, type Importer, type KnownAccount, type KnownAccounts } from './known-accounts';
import type { RegisterRow } from './read-register';
import { nameKey, placeKey } from './register-text';

const CENTRAL = ROLES_OF_SHEET.central.role;

const ROLES_BY_NAME = new Map(
  SHEET_ROLES.flatMap((of) => {
    const spec = ROLES_OF_SHEET[of];
    return [spec.name.zh, spec.name.bo ?? ''].map((name): [string, SheetRoleSpec] => [placeKey(name), spec]);
  }),
);

/** The role that a clerk means. */
export const roleNamed = (name: string): SheetRoleSpec | undefined => ROLES_BY_NAME.get(placeKey(name));

/** The place on a team comes before the role that goes with it. */
export const holdingOf = ({ role, team }: SheetRoleSpec, gridId?: string): string => holding(team ?? role, gridId);

const NOT_OURS: Partial<Record<KnownAccount['whose'], RowProblem>> = {
  elsewhere: 'ACCOUNT_TAKEN',
  own: 'ACCOUNT_OWN',
  shut: 'ACCOUNT_SHUT',
};

export class PeopleJudge {
  /** What is told of everybody, whatever the row says, to who does not govern the community. */
  private readonly barred: Judged | null;

  constructor(
    private readonly known: KnownAccounts,
    private readonly places: RowJudge,
    { reach, communityId }: Importer,
  ) {
    this.barred = reach.has(communityId) ? null : wrong('ROLE_NOT_YOURS', null);
  }

  /** Rows come in the order of the workbook; what a row would make is known to those after it. */
  judge(row: RegisterRow): Judged {
    const judged = row.sheet === 'role' ? this.role(row) : this.service(row);
    const { account = '', display = '' } = row.values;
    const fails = row.sheet === 'role' && judged.verdict === 'wrong' && account !== '';
    // What is written of it elsewhere waits for this row.
    if (fails && !this.known.named(account)) this.known.plan(account, plannedAccount(display, row.row, true));
    return judged;
  }

  private role({ row, values, problems }: RegisterRow): Judged {
    const { account = '', display = '', role = '', grid = '' } = values;
    if (this.barred) return this.barred;
    if (problems.length > 0) return { ...FINE, verdict: 'wrong', problems };
    const spec = roleNamed(role);
    if (!spec) return wrong('ROLE_UNKNOWN', 'role');
    const gridId = grid === '' ? undefined : this.places.gridNamed(grid);
    const misplaced = placeProblem(spec, grid, gridId);
    if (misplaced) return wrong(misplaced, 'grid');
    const known = this.known.named(account);
    const there = known && !(known.id === null && known.wrong) ? known : undefined;
    const what = holdingOf(spec, gridId);
    const refused = (there && refusal(there, display, what)) ?? this.seatProblem(spec, gridId, there);
    if (refused) return refused;
    if (there?.holds.get(what) === null) return { ...FINE, verdict: 'same', subjectId: there.id };
    if (spec.team && gridId !== undefined) this.known.take(spec.team, gridId, row);
    if (there) return this.gives(there, what, row, 'changed');
    const opened = plannedAccount(display, row, false);
    this.known.plan(account, opened);
    return this.gives(opened, what, row, 'new');
  }

  private gives(account: KnownAccount, what: string, row: number, verdict: Verdict): Judged {
    account.holds.set(what, row);
    return { ...FINE, verdict, subjectId: account.id };
  }

  /** One worker and one backup to a grid, and two different people; whoever is there already stays. */
  private seatProblem({ team }: SheetRoleSpec, gridId: string | undefined, account?: KnownAccount): Judged | null {
    if (!team || gridId === undefined || account?.holds.get(holding(team, gridId)) === null) return null;
    const other = holding(team === 'worker' ? 'backup' : 'worker', gridId);
    if (account?.holds.has(other) || account?.holds.has(holding(TEAM_HOLDS, gridId))) return wrong('TEAM_BOTH', 'grid');
    const seat = this.known.seat(team, gridId);
    if (seat === undefined) return null;
    return seat === null ? wrong('TEAM_TAKEN', 'grid') : wrong('TEAM_TAKEN_IN_FILE', 'grid', seat);
  }

  private service({ row, values, problems }: RegisterRow): Judged {
    const { account = '', building = '', door = '' } = values;
    if (this.barred) return this.barred;
    if (problems.length > 0) return { ...FINE, verdict: 'wrong', problems };
    const known = this.known.named(account);
    if (!known || known.whose === 'elsewhere') return wrong('ACCOUNT_UNKNOWN', 'account');
    if (known.wrong && known.row !== undefined) return held(known.row);
    const problem = NOT_OURS[known.whose];
    if (problem) return wrong(problem, 'account');
    if (!known.holds.has(CENTRAL)) return wrong('NOT_CENTRAL', 'account');
    const home = this.places.doorNamed(building, door);
    if ('verdict' in home) return home;
    if (home.id !== null && known.serves.has(home.id)) return { ...FINE, verdict: 'same', subjectId: known.id };
    const before = known.toServe.get(home);
    if (before !== undefined) return wrong('ROW_TWICE', 'door', before);
    if (known.serves.size + known.toServe.size >= MOST_SERVED) return wrong('SERVES_TOO_MANY', 'account');
    known.toServe.set(home, row);
    return { ...FINE, verdict: 'new', subjectId: known.id };
  }
}

function placeProblem({ team }: SheetRoleSpec, grid: string, gridId: string | undefined): RowProblem | null {
  if (!team) return grid === '' ? null : 'GRID_NOT_WANTED';
  if (grid === '') return 'GRID_NEEDED';
  return gridId === undefined ? 'GRID_UNKNOWN' : null;
}

/** Why the account that is there, or comes with an earlier row, cannot be given it. */
function refusal(account: KnownAccount, display: string, what: string): Judged | null {
  const before = account.holds.get(what);
  const isNamesake = nameKey(account.name) === nameKey(display);
  if (account.id === null && !isNamesake) return wrong('ROW_CONTRADICTS', 'display', account.row);
  if (account.id !== null && !isNamesake) return wrong('ACCOUNT_TAKEN', 'account');
  if (typeof before === 'number') return wrong('ROW_TWICE', null, before);
  const problem = before === null ? undefined : NOT_OURS[account.whose];
  return problem ? wrong(problem, 'account') : null;
}
