/** Says of each row of a spreadsheet what it would do to the register, and what is wrong with it where it may do nothing. */
import type { RowProblem } from '@sevengrid/shared/grids/import-problems';
import type { Verdict } from '@sevengrid/shared/grids/imports.views';
import { YES } from '@sevengrid/shared/grids/register-sheets';
import { maskName, maskPhone } from '../identity/masking';
import {
  stateOfHousehold,
  type KnownBuilding,
  type KnownHousehold,
  type KnownRegister,
  type KnownResident,
} from './known-register';
import type { Problem, RegisterRow } from './read-register';
import { nameKey, placeKey } from './register-text';

export interface Judged {
  verdict: Verdict;
  problems: Problem[];
  /** Of what is there already. */
  subjectId: string | null;
  /** How that stands now: whoever changes it later must find it so. */
  state: string | null;
}

/** A grid as a clerk may write it. */
export interface NamedGrid {
  id: string;
  names: readonly string[];
}

export const FINE: Judged = { verdict: 'new', problems: [], subjectId: null, state: null };

export const wrong = (code: RowProblem, column: string | null, other?: number): Judged => ({
  ...FINE,
  verdict: 'wrong',
  problems: [{ column, code, ...(other === undefined ? {} : { other }) }],
});

export const held = (other: number): Judged => ({ ...wrong('WAITS_FOR_ROW', null, other), verdict: 'held' });

const isMasked = (text: string): boolean => text.includes('*');

export class RowJudge {
  private readonly grids: ReadonlyMap<string, string>;

  constructor(
    private readonly known: KnownRegister,
    grids: readonly NamedGrid[],
  ) {
    this.grids = new Map(grids.flatMap(({ id, names }) => names.map((name) => [placeKey(name), id])));
  }

  /** Rows come in the order of the workbook; what a row would make is known to those after it. */
  judge(row: RegisterRow): Judged {
    const { grid = '', building = '', door = '', care = '', name = '', phone = '' } = row.values;
    const own: Judged | null = row.problems.length > 0 ? { ...FINE, verdict: 'wrong', problems: row.problems } : null;
    if (row.sheet === 'building') return this.building(row.row, { grid, building }, own);
    if (row.sheet === 'household') return this.household(row.row, { building, door, care }, own);
    return own ?? this.resident(row.row, { building, door, name, phone });
  }

  /** The id of the grid that a clerk means. */
  gridNamed(name: string): string | undefined {
    return this.grids.get(placeKey(name));
  }

  /** The household that a row speaks of, there already or still planned; or what is wrong with speaking of it. */
  doorNamed(building: string, door: string): KnownHousehold | Judged {
    const household = this.known.household(building, door);
    if (household?.wrong && household.row !== undefined) return held(household.row);
    return this.unlessOneBuilding(building) ?? household ?? wrong('HOUSEHOLD_UNKNOWN', 'door');
  }

  private building(row: number, { grid, building }: { grid: string; building: string }, own: Judged | null): Judged {
    const gridId = this.gridNamed(grid);
    const found = this.known.buildingsNamed(building);
    const before = found.find((one) => one.row !== undefined);
    const judged = own ?? this.buildingOf(found, gridId);
    if (before) return own ?? wrong(before.gridId === gridId ? 'ROW_TWICE' : 'ROW_CONTRADICTS', 'building', before.row);
    const isWrong = judged.verdict === 'wrong';
    const same = found.find((one) => one.id === judged.subjectId);
    if (same && !isWrong) same.row = row;
    // Its doors wait for it, also where another of that name is there already.
    else if (building !== '') this.known.addBuilding(building, { id: null, gridId: gridId ?? '', row, wrong: isWrong });
    return judged;
  }

  private buildingOf(found: readonly KnownBuilding[], gridId: string | undefined): Judged {
    if (gridId === undefined) return wrong('GRID_UNKNOWN', 'grid');
    if (found.length === 0) return FINE;
    const here = found.filter((one) => one.gridId === gridId);
    if (here.length > 1) return wrong('BUILDING_AMBIGUOUS', 'building');
    if (!here[0]) return wrong('BUILDING_ELSEWHERE', 'building');
    return { ...FINE, verdict: 'same', subjectId: here[0].id };
  }

  private household(
    row: number,
    { building, door, care }: { building: string; door: string; care: string },
    own: Judged | null,
  ): Judged {
    const found = this.known.household(building, door);
    if (own) {
      if (!found && building !== '' && door !== '') this.plan(building, door, { needsCare: false, row, wrong: true });
      return own;
    }
    const nowhere = this.unlessOneBuilding(building);
    if (nowhere) {
      if (!found) this.plan(building, door, { needsCare: false, row, wrong: nowhere.verdict === 'held' });
      return nowhere;
    }
    const needsCare = care === '' ? (found?.needsCare ?? false) : care === YES.zh;
    if (found?.row !== undefined)
      return wrong(found.needsCare === needsCare ? 'ROW_TWICE' : 'ROW_CONTRADICTS', 'door', found.row);
    if (!found) {
      this.plan(building, door, { needsCare, row, wrong: false });
      return FINE;
    }
    const judged: Judged = {
      ...FINE,
      ...{ verdict: found.needsCare === needsCare ? 'same' : 'changed', subjectId: found.id },
      state: stateOfHousehold(found.needsCare),
    };
    [found.row, found.needsCare] = [row, needsCare];
    return judged;
  }

  private plan(building: string, door: string, of: Pick<KnownHousehold, 'needsCare' | 'row' | 'wrong'>): void {
    this.known.addHousehold(building, door, { id: null, people: new Map(), ...of });
  }

  /** What is wrong with naming this building; null where it is clear which one is meant. */
  private unlessOneBuilding(building: string): Judged | null {
    const found = this.known.buildingsNamed(building);
    const waits = found.find((one) => one.wrong);
    if (waits?.row !== undefined) return held(waits.row);
    if (found.length === 0) return wrong('BUILDING_UNKNOWN', 'building');
    return found.length > 1 ? wrong('BUILDING_AMBIGUOUS', 'building') : null;
  }

  private resident(row: number, of: { building: string; door: string; name: string; phone: string }): Judged {
    const household = this.doorNamed(of.building, of.door);
    if ('verdict' in household) return household;
    if (isMasked(of.name) || isMasked(of.phone)) return this.masked(household, of);
    const namesakes = household.people.get(nameKey(of.name)) ?? [];
    const before = namesakes.find((one) => one.row !== undefined);
    if (before)
      return wrong(['', before.phone].includes(of.phone) ? 'ROW_TWICE' : 'ROW_CONTRADICTS', 'name', before.row);
    const exact = namesakes.find((one) => one.phone === of.phone);
    const judged = exact ? this.found(exact, 'same') : this.among(namesakes, of.phone);
    if (judged.verdict === 'new')
      this.known.addResident(household, { id: null, name: of.name, phone: of.phone, bound: false, state: null, row });
    else if (judged.verdict !== 'wrong') {
      const one = namesakes.find(({ id }) => id === judged.subjectId);
      if (one) [one.row, one.phone] = [row, of.phone || one.phone];
    }
    return judged;
  }

  /** Nobody is ever renamed: another name is another person. An empty cell takes no number away. */
  private among(namesakes: readonly KnownResident[], phone: string): Judged {
    const [one, ...others] = namesakes;
    if (!one) return FINE;
    if (others.length > 0) return wrong('RESIDENT_AMBIGUOUS', 'name');
    if (phone === '') return this.found(one, 'same');
    return one.bound ? wrong('RESIDENT_BOUND', 'phone') : this.found(one, 'changed');
  }

  private found({ id, state }: KnownResident, verdict: Verdict): Judged {
    return { ...FINE, verdict, subjectId: id, state };
  }

  /** What an export without numbers says stays as it is. */
  private masked(household: KnownHousehold, { name, phone }: { name: string; phone: string }): Judged {
    const fits = (one: KnownResident): boolean =>
      [one.name, maskName(one.name)].includes(name) &&
      (phone === '' || one.phone === phone || (one.phone !== '' && maskPhone(one.phone) === phone));
    const one = [...household.people.values()].flat().find((resident) => resident.id !== null && fits(resident));
    return one ? this.found(one, 'same') : wrong('MASKED_UNKNOWN', isMasked(name) ? 'name' : 'phone');
  }
}
