/** Plans the demo community's people: who works there, who lives behind which door. All of them are invented. */
import type { DemoPartner, DemoPerson } from './demo-context';
import { inventName, inventPhone } from './names';
import type { MakeId, Places, PlannedHousehold } from './plan-places';
import type { Random } from './random';

export interface PlannedGrant {
  personId: string;
  role: string;
  scopeId: string;
  organisationId?: string;
}

export interface PlannedResident {
  id: string;
  householdId: string;
  personId: string | null;
  name: string;
  phone: string | null;
}

export interface Community {
  workers: DemoPerson[];
  staff: DemoPerson[];
  lead: DemoPerson;
  street: DemoPerson;
  auditor: DemoPerson;
  admin: DemoPerson;
  /** Outside bodies, each with somebody who answers for it. */
  partners: DemoPartner[];
  residents: DemoPerson[];
  central: DemoPerson[];
  members: DemoPerson[];
  grants: PlannedGrant[];
  teams: { gridId: string; personId: string; role: 'worker' | 'backup' }[];
  service: { personId: string; householdId: string }[];
  register: PlannedResident[];
}

const WORKERS = ['格桑顿珠', '央金卓嘎', '次仁旺堆', '李晓梅', '巴桑平措', '德吉拉姆', '洛桑多吉', '陈志强'];
const FLOATING = ['达娃卓玛', '旦增晋美', '白玛央宗', '马文军'];
const STAFF = ['曲珍', '张丽华', '普布次仁'];
const RESIDENTS = ['扎西卓玛', '尼玛次仁', '王桂兰', '索朗玉珍'];
const CENTRAL = [
  '边巴曲珍',
  '罗布',
  '强巴桑布',
  '刘建国',
  '米玛措姆',
  '益西群培',
  '仓决',
  '杨春花',
  '平措多吉',
  '阿旺仓决',
];
/** Invented, as everybody here: what kinds of bodies a community asks. */
const PARTNERS = [
  ['police', '交警大队（演示）', '尼玛扎西'],
  ['power', '供电所（演示）', '高原'],
  ['property', '安居物业公司（演示）', '卓玛'],
] as const;
const MEMBERS = ['加央晋美', '何海燕'];

class Planner {
  readonly grants: PlannedGrant[] = [];

  constructor(
    readonly rng: Random,
    readonly makeId: MakeId,
  ) {}

  person(name: string, account: string | null, more: Partial<DemoPerson> = {}): DemoPerson {
    return { id: this.makeId(), name, displayName: name, phone: inventPhone(this.rng), account, ...more };
  }

  grant(person: DemoPerson, role: string, ...scopeIds: string[]): DemoPerson {
    for (const scopeId of scopeIds) this.grants.push({ personId: person.id, role, scopeId });
    return person;
  }
}

const gridOf = (places: Places, i: number): string => places.grids[i % places.grids.length]?.id ?? '';

function doorIn(places: Places, gridId: string, nth: number): PlannedHousehold {
  const door = places.households.filter((household) => household.gridId === gridId)[nth];
  if (!door) throw new Error('the plan has too few doors');
  return door;
}

/** Each of the eight keeps a grid; each of the floating four is the backup of two. */
function planWorkers(planner: Planner, places: Places): Pick<Community, 'workers' | 'teams'> {
  const keepers = WORKERS.map((name, i) => {
    const account = ['worker', '', '', '', 'worker2'][i] || `worker-g${i + 1}`;
    const gridId = gridOf(places, i);
    return planner.grant(planner.person(name, account, { gridId }), 'grid_worker', gridId);
  });
  const floating = FLOATING.map((name, i) => {
    const grids = [gridOf(places, 2 * i), gridOf(places, 2 * i + 1)];
    return planner.grant(planner.person(name, `floating${i + 1}`), 'grid_worker', ...grids);
  });
  const teams = places.grids.flatMap((grid, i) => [
    { gridId: grid.id, personId: keepers[i]?.id ?? '', role: 'worker' as const },
    { gridId: grid.id, personId: floating[i >> 1]?.id ?? '', role: 'backup' as const },
  ]);
  return { workers: [...keepers, ...floating], teams };
}

/** People with an account who live behind a door; residents have no public name. */
function planAtHome(
  planner: Planner,
  places: Places,
): Pick<Community, 'residents' | 'central' | 'members' | 'service'> {
  const home = (gridIndex: number, nth: number): { gridId: string; householdId: string } => {
    const gridId = gridOf(places, gridIndex);
    return { gridId, householdId: doorIn(places, gridId, nth).id };
  };
  const residents = RESIDENTS.map((name, i) => {
    const account = i === 0 ? 'resident' : `resident${i + 1}`;
    const person = planner.person(name, account, { displayName: null, ...home(2 * i, 3) });
    return planner.grant(person, 'resident', places.communityId);
  });
  const central = CENTRAL.map((name, i) => {
    const person = planner.person(name, i === 0 ? 'central' : `central${i + 1}`, home(i, i < 8 ? 0 : 40));
    return planner.grant(person, 'central_household', person.gridId ?? '');
  });
  const members = MEMBERS.map((name, i) => {
    const person = planner.person(name, i === 0 ? 'member' : `member${i + 1}`, {
      displayName: null,
      ...home(2 * i + 1, 5),
    });
    return planner.grant(person, 'member', places.communityId);
  });
  const service = central.flatMap((person, i) => {
    const doors = places.households.filter((door) => door.gridId === person.gridId);
    const from = i < 8 ? 1 : 41;
    const served = doors.slice(from, from + planner.rng.int(10, 20));
    return served.map((door) => ({ personId: person.id, householdId: door.id }));
  });
  return { residents, central, members, service };
}

function planRegister(planner: Planner, places: Places, atHome: readonly DemoPerson[]): PlannedResident[] {
  const { rng, makeId } = planner;
  return places.households.flatMap((door) => {
    const known = atHome.filter((person) => person.householdId === door.id);
    const bound = known.map(({ id, name, phone }): PlannedResident => {
      return { id: makeId(), householdId: door.id, personId: id, name, phone };
    });
    const others = Array.from({ length: rng.int(1, 4) }, (_, i): PlannedResident => {
      const phone = i === 0 || rng.chance(0.5) ? inventPhone(rng) : null;
      return { id: makeId(), householdId: door.id, personId: null, name: inventName(rng), phone };
    });
    return [...bound, ...others];
  });
}

export function planPeople(rng: Random, makeId: MakeId, places: Places): Community {
  const planner = new Planner(rng, makeId);
  const team = planWorkers(planner, places);
  const office = (name: string, account: string, role: string, scopeId = places.communityId): DemoPerson =>
    planner.grant(planner.person(name, account), role, scopeId);
  const staff = STAFF.map((name, i) => office(name, i === 0 ? 'staff' : `staff${i + 1}`, 'staff'));
  const leaders = {
    lead: office('拉巴次仁', 'lead', 'lead'),
    street: office('周永福', 'street', 'street', places.streetId),
    auditor: office('赵明', 'auditor', 'auditor'),
    admin: office('罗雪', 'admin', 'admin'),
  };
  const atHome = planAtHome(planner, places);
  const register = planRegister(planner, places, [...atHome.residents, ...atHome.central, ...atHome.members]);
  const partners = PARTNERS.map(([account, name, who]): DemoPartner => {
    const organisationId = makeId();
    const person = planner.person(who, account);
    planner.grants.push({ personId: person.id, role: 'partner', scopeId: places.communityId, organisationId });
    return { organisationId, name, account, person };
  });
  return { ...team, staff, ...leaders, partners, ...atHome, register, grants: planner.grants };
}
