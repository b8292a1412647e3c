/** The twenty-one people of the authorization matrix, each put into the place by rows, each with a session at every call. */
import type { Role } from '@sevengrid/shared/identity/roles';
import { Guests } from '../../src/identity/guests';
import { hashPassword } from '../../src/identity/passwords';
import { grantRole } from '../../src/identity/rights';
import { Sessions } from '../../src/identity/sessions';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';
import { Place, type Home } from './place';

/** Columns of the matrix; `neighbour` lives in another household, `otherPartner` answers for another body, `otherMerchant` keeps another shop, `far` works in another community. */
export const COLUMNS = [
  'nobody',
  'guest',
  'resident',
  'neighbour',
  'central',
  'member',
  'worker',
  'otherWorker',
  'staff',
  'lead',
  'street',
  'auditor',
  'admin',
  'unitContact',
  'partner',
  'otherPartner',
  'merchant',
  'otherMerchant',
  'farAdmin',
  'disabled',
  'expired',
] as const;
export type Column = (typeof COLUMNS)[number];

/** People behind the scenes. */
export type Helper = 'second' | 'backup' | 'newcomer' | 'above';
export type Who = Column | Helper;

export const PASSWORD = '蓝天-Cloud-4711';

export interface Person {
  id: string;
  account: string;
  name: string;
  phone: string;
}

/** Names and numbers of these people are canaries: nobody else's answer may ever show them. */
const CANARY_NAMES = '丹增格桑达瓦次仁卓玛央金洛桑德吉曲珍平措旺堆索朗仓决巴桑拉姆边巴';

export interface Canary {
  value: string;
  owner: Who | null;
}

export class Cast {
  readonly people = new Map<Who, Person>();
  /** Every session's token so far. */
  readonly tokens = new Set<string>();
  /** What was planted, and whose it is; nobody's means that no answer at all may show it. */
  readonly canaries: Record<'names' | 'phones', Canary[]> = { names: [], phones: [] };
  /** Who lives behind a door, or looks after who does; everybody else is told the building only. */
  readonly doors: { door: string; owner: Who }[] = [];
  guestId = '';
  residentId = '';
  home!: Home;
  neighbourHome!: Home;
  servedHome!: Home;
  readonly place: Place;
  private made = 0;

  constructor(readonly app: TestApp) {
    this.place = new Place(app);
  }

  async gather(): Promise<this> {
    const { place } = this;
    await place.build();
    [this.home, this.neighbourHome, this.servedHome] = [
      await place.addHome(),
      await place.addHome(),
      await place.addHome(),
    ];
    const hash = await hashPassword(PASSWORD);
    const { communityId: here, gridId, otherGridId } = place;
    const add = (who: Who, role: Role, scopeId: string) => this.add(who, role, scopeId, hash);
    await this.settle(await add('resident', 'resident', here), this.home);
    await this.settle(await add('neighbour', 'resident', here), this.neighbourHome);
    await this.settle(await add('central', 'central_household', here), await place.addHome());
    await this.serve(this.id('central'), this.servedHome.id);
    this.doors.push({ door: this.servedHome.door, owner: 'central' });
    await add('member', 'member', here);
    await this.work(await add('worker', 'grid_worker', gridId), gridId, 'worker');
    await this.work(await add('backup', 'grid_worker', gridId), gridId, 'backup');
    await this.work(await add('otherWorker', 'grid_worker', otherGridId), otherGridId, 'worker');
    await this.work(this.id('backup'), otherGridId, 'backup');
    for (const role of ['staff', 'lead', 'auditor', 'admin'] as const) await add(role, role, here);
    await add('second', 'staff', here);
    await add('newcomer', 'resident', here);
    await this.answer(await add('unitContact', 'unit_contact', here), place.unitId);
    await this.answer(await add('merchant', 'merchant', here), place.merchantId);
    await this.answer(await add('otherMerchant', 'merchant', here), place.otherMerchantId);
    await this.answer(await add('partner', 'partner', here), place.bodyId);
    await this.answer(await add('otherPartner', 'partner', here), place.otherBodyId);
    await add('street', 'street', place.streetId);
    await add('farAdmin', 'admin', place.farCommunityId);
    await add('above', 'admin', place.streetId);
    for (const who of ['disabled', 'expired'] as const) await add(who, 'staff', here);
    this.guestId = await this.app
      .get(UnitOfWork)
      .run((tx) => this.app.get(Guests).open(tx, { cardId: this.home.cardId, scopeId: gridId }));
    return this;
  }

  person(who: Who): Person {
    const found = this.people.get(who);
    if (!found) throw new Error(`${who} is no person`);
    return found;
  }

  id(who: Who): string {
    return who === 'guest' ? this.guestId : this.person(who).id;
  }

  /** A caller with a session of its own. */
  async as(who: Who): Promise<Caller> {
    return this.app.as(await this.token(who));
  }

  async token(who: Who): Promise<string | null> {
    if (who === 'nobody') return null;
    const sessions = this.app.get(Sessions);
    const { token } = await this.app
      .get(UnitOfWork)
      .run((tx) =>
        who === 'guest' ? sessions.openForGuest(tx, this.guestId) : sessions.openForPerson(tx, this.id(who)),
      );
    if (who === 'expired')
      await this.place.sql('UPDATE session SET expires_at = NOW(3) - INTERVAL 1 DAY WHERE person_id = ?', [
        this.id(who),
      ]);
    if (who === 'disabled') await this.place.sql('UPDATE person SET disabled_at = NOW(3) WHERE id = ?', [this.id(who)]);
    this.tokens.add(token);
    return token;
  }

  /** A phone number that nobody else has. */
  newPhone(owner: Who | null = null): string {
    this.made += 1;
    const value = `1398${String(7_310_000 + this.made * 37).padStart(7, '0')}`;
    this.canaries.phones.push({ value, owner });
    return value;
  }

  newName(owner: Who | null = null): string {
    const at = (this.made * 2) % (CANARY_NAMES.length - 4);
    const value = `${CANARY_NAMES.slice(at, at + 4)}${String.fromCharCode(0x4e00 + 700 + this.made * 13)}`;
    this.canaries.names.push({ value, owner });
    return value;
  }

  private async add(who: Who, role: Role, scopeId: string, hash: string): Promise<Person> {
    const phone = this.newPhone(who);
    const person: Person = { id: newId(), account: who.toLowerCase(), name: this.newName(who), phone };
    const { cipher } = this.place;
    await this.place.sql(
      `INSERT INTO person (id, name_enc, display_name, phone_enc, phone_idx, phone_tail, account, password_hash, demo, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, NOW(3))`,
      [
        ...[person.id, cipher.seal(person.name), PUBLIC.has(role) ? `小${role}` : null, cipher.seal(phone)],
        ...[cipher.phoneIndex(phone), cipher.phoneTail(phone), person.account, hash],
      ],
    );
    await this.app.get(UnitOfWork).run((tx) => grantRole(tx, person.id, role, scopeId));
    this.people.set(who, person);
    return person;
  }

  private async settle(person: Person, home: Home): Promise<void> {
    const id = await this.place.addResident(home.id, person.name, person.phone, person.id);
    const who = [...this.people].find(([, of]) => of.id === person.id)?.[0];
    if (who) this.doors.push({ door: home.door, owner: who });
    if (home.id === this.home.id) this.residentId = id;
  }

  private async work(person: Person | string, gridId: string, role: 'worker' | 'backup'): Promise<void> {
    await this.place.sql(
      `INSERT INTO grid_worker (id, grid_id, person_id, role, starts_on, ends_on) VALUES (?, ?, ?, ?, '2020-01-01', NULL)`,
      [newId(), gridId, typeof person === 'string' ? person : person.id, role],
    );
  }

  private async answer({ id }: Person, organisationId: string): Promise<void> {
    await this.place.sql('UPDATE role_grant SET organisation_id = ? WHERE person_id = ?', [organisationId, id]);
  }

  private async serve(personId: string, householdId: string): Promise<void> {
    await this.place.sql(
      `INSERT INTO central_service (id, person_id, household_id, starts_on, ends_on) VALUES (?, ?, ?, '2020-01-01', NULL)`,
      [newId(), personId, householdId],
    );
  }
}

/** Roles whose holders show a public display name. */
const PUBLIC = new Set<Role>(['grid_worker', 'staff', 'lead', 'street', 'auditor', 'admin']);
