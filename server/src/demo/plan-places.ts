/** Plans the demo community's places: scopes, grids, buildings, doors, stations. All names are invented. */
import { ulid } from '@sevengrid/shared/kernel/ulid';
import type { NewScope } from '../identity/scopes';
import type { Random } from './random';

export interface PlannedGrid {
  id: string;
  code: string;
  name: string;
  nameBo: string;
  branchName: string;
  dutyPhone: string;
}

export interface PlannedHousehold {
  id: string;
  buildingId: string;
  building: string;
  gridId: string;
  door: string;
}

export interface Places {
  scopes: NewScope[];
  streetId: string;
  communityId: string;
  grids: PlannedGrid[];
  buildings: { id: string; gridId: string; name: string }[];
  households: PlannedHousehold[];
}

const OFFSET = 480;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'];
const ORDINALS_BO = ['དང་པོ', 'གཉིས་པ', 'གསུམ་པ', 'བཞི་པ', 'ལྔ་པ', 'དྲུག་པ', 'བདུན་པ', 'བརྒྱད་པ'];
const BUILDINGS_A_GRID = 5;
const FLOORS = 5;

/** Ids in the order of their making, the same for the same seed and moment. */
export type MakeId = () => string;

export function idsFrom(rng: Random, start: number): MakeId {
  let made = 0;
  return () => ulid(start + made++, rng.bytes(16));
}

/** Subscriber numbers that begin with 0 do not exist, so nobody is called by mistake. */
const officePhone = (n: number): string => `08910${String(n).padStart(6, '0')}`;

function planGrids(makeId: MakeId): PlannedGrid[] {
  return ORDINALS.map((ordinal, i) => ({
    id: makeId(),
    code: `G${i + 1}`,
    name: `第${ordinal}网格`,
    nameBo: `དྲ་མིག་${ORDINALS_BO[i] ?? ''}།`,
    branchName: `第${ordinal}网格党支部`,
    dutyPhone: officePhone(200 + i + 1),
  }));
}

function planHouseholds(
  rng: Random,
  makeId: MakeId,
  building: { id: string; gridId: string; name: string },
): PlannedHousehold[] {
  const doors = rng.chance(0.5) ? [1, 2, 3] : [1, 2, 3, 4];
  const floors = doors.length === 3 ? FLOORS : FLOORS - 1;
  return doors.flatMap((unit) =>
    Array.from({ length: floors }, (_, floor) => ({
      id: makeId(),
      buildingId: building.id,
      building: building.name,
      gridId: building.gridId,
      door: `${unit}单元${floor + 1}0${rng.int(1, 2)}`,
    })),
  );
}

function planScopes(cityId: string, streetId: string, communityId: string, grids: readonly PlannedGrid[]): NewScope[] {
  const plain = { tzOffset: OFFSET };
  return [
    { ...plain, id: cityId, parentId: null, kind: 'city', code: 'demo', name: '雪域示例市', nameBo: 'དཔེ་མཚོན་གྲོང་ཁྱེར།' },
    {
      ...plain,
      id: streetId,
      parentId: cityId,
      kind: 'street',
      code: 'demo-street',
      name: '雪莲示例街道',
      nameBo: 'དཔེ་མཚོན་ཁྲོམ་གཞུང་།',
    },
    {
      ...plain,
      ...{ id: communityId, parentId: streetId, kind: 'community', code: 'xingfu', name: '幸福社区' },
      ...{ nameBo: 'བདེ་སྐྱིད་སྡེ་ཁུལ།', numberPrefix: '幸', officePhone: officePhone(100), gasPhone: officePhone(119) },
    },
    ...grids.map((grid): NewScope => ({
      ...plain,
      ...{ id: grid.id, parentId: communityId, kind: 'grid', code: grid.code, name: grid.name, nameBo: grid.nameBo },
    })),
  ];
}

export function planPlaces(rng: Random, makeId: MakeId): Places {
  const [cityId, streetId, communityId] = [makeId(), makeId(), makeId()];
  const grids = planGrids(makeId);
  const buildings = grids.flatMap((grid, g) =>
    Array.from({ length: BUILDINGS_A_GRID }, (_, b) => ({
      id: makeId(),
      gridId: grid.id,
      name: `${g * BUILDINGS_A_GRID + b + 1}号楼`,
    })),
  );
  const households = buildings.flatMap((building) => planHouseholds(rng, makeId, building));
  return {
    scopes: planScopes(cityId, streetId, communityId, grids),
    streetId,
    communityId,
    grids,
    buildings,
    households,
  };
}

export const STATIONS = [
  {
    name: { zh: '北区便民服务站', bo: 'བྱང་ཁུལ་སྟབས་བདེ་ཞབས་ཞུ་ས་ཚིགས།' },
    address: { zh: '8号楼一层东侧', bo: 'ཨང་ ༨ ཁང་པའི་ཐོག་དང་པོའི་ཤར་ངོས།' },
    hours: { zh: '周一至周日 9:30–18:30', bo: 'གཟའ་ཟླ་བ་ནས་གཟའ་ཉི་མ་བར། ༩:༣༠–༡༨:༣༠' },
    phone: officePhone(301),
    services: [
      { zh: '政策咨询', bo: 'སྲིད་ཇུས་འདྲི་རྩད།' },
      { zh: '代办证件', bo: 'ལག་ཁྱེར་ཚབ་སྒྲུབ།' },
      { zh: '量血压', bo: 'ཁྲག་ཤེད་འཇལ་བ།' },
    ],
  },
  {
    name: { zh: '南区便民服务站', bo: 'ལྷོ་ཁུལ་སྟབས་བདེ་ཞབས་ཞུ་ས་ཚིགས།' },
    address: { zh: '31号楼一层南侧', bo: 'ཨང་ ༣༡ ཁང་པའི་ཐོག་དང་པོའི་ལྷོ་ངོས།' },
    hours: { zh: '周一至周六 10:00–19:00', bo: 'གཟའ་ཟླ་བ་ནས་གཟའ་སྤེན་པ་བར། ༡༠:༠༠–༡༩:༠༠' },
    phone: officePhone(302),
    services: [
      { zh: '小修小补', bo: 'བཟོ་བཅོས་ཆུང་རིགས།' },
      { zh: '老人助餐', bo: 'རྒན་རྒོན་བཞེས་ལག་རོགས་རམ།' },
      { zh: '矛盾调解', bo: 'འགལ་ཟླ་འདུམ་འགྲིག' },
    ],
  },
];
