/** A small invented place for the contract's tests: two grids side by side, and a community that is none of their business. */
import { randomBytes } from 'node:crypto';
import { cardToken } from '@sevengrid/shared/cards/token';
import { sha256 } from '../../src/platform/database/fingerprint';
import { FieldCipher } from '../../src/platform/database/field-cipher';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Scopes, type NewScope } from '../../src/identity/scopes';
import { unitNameKey } from '../../src/volunteering/units';
import type { TestApp } from '../actors/start-app';

export interface Home {
  id: string;
  door: string;
  gridId: string;
  cardId: string;
  token: string;
  shortCode: string;
}

const FIRST_CODE = randomBytes(3).readUIntBE(0, 3) % 900_000;

/** The rows that people are then put into. */
export class Place {
  readonly streetId = newId();
  readonly communityId = newId();
  readonly gridId = newId();
  readonly otherGridId = newId();
  readonly farCommunityId = newId();
  readonly farGridId = newId();
  readonly categoryId = newId();
  /** An outside body, for which the partner answers. */
  readonly bodyId = newId();
  /** Another one, which is asked nothing. */
  readonly otherBodyId = newId();
  readonly unitId = newId();
  readonly merchantId = newId();
  readonly otherMerchantId = newId();
  readonly buildings = new Map<string, string>();
  /** Of every card so far. */
  readonly tokens: string[] = [];
  /** Of every household so far; like nothing else in an answer. */
  readonly doors: string[] = [];
  private homes = 0;

  constructor(readonly app: TestApp) {}

  get cipher(): FieldCipher {
    return this.app.get(FieldCipher);
  }

  sql(statement: string, values: unknown[] = []): Promise<unknown> {
    return this.app.dataSource.query(statement, values);
  }

  async build(): Promise<this> {
    await this.addScopes();
    for (const gridId of [this.gridId, this.otherGridId, this.farGridId]) await this.addGrid(gridId);
    for (const communityId of [this.communityId, this.farCommunityId]) {
      const id = communityId === this.communityId ? this.categoryId : newId();
      const name = JSON.stringify({ zh: '水管漏水', bo: 'ཆུ་མདོང་' });
      await this.sql(
        `INSERT INTO ticket_category (id, community_id, code, name, hint, grade, danger, position) VALUES (?, ?, 'water', ?, ?, 'G2', 0, 1)`,
        [id, communityId, name, name],
      );
    }
    await this.addOrganisations();
    return this;
  }

  /** Outside bodies are a community’s own; units and merchants are tied to it by what their domains write beside. */
  private async addOrganisations(): Promise<void> {
    const organisations = [
      [this.bodyId, 'partner', '试用水务公司', this.communityId],
      [this.otherBodyId, 'partner', '试用燃气公司', this.communityId],
      [this.unitId, 'unit', '试用气象站', null],
      [this.merchantId, 'merchant', '试用口腔诊所', null],
      [this.otherMerchantId, 'merchant', '试用书店', null],
    ];
    for (const row of organisations)
      await this.sql('INSERT INTO organisation (id, kind, name, scope_id) VALUES (?, ?, ?, ?)', row);
    await this.sql('INSERT INTO work_unit (id, name_key) VALUES (?, ?)', [this.unitId, unitNameKey('试用气象站')]);
    await this.sql(
      `INSERT INTO unit_reporting (id, unit_id, community_id, starts_on, sole_unit) VALUES (?, ?, ?, '2026-01-01', ?)`,
      [newId(), this.unitId, this.communityId, this.unitId],
    );
  }

  /** A household with an active card, in its grid's only building. */
  async addHome(gridId = this.gridId): Promise<Home> {
    this.homes += 1;
    const home = { id: newId(), gridId, door: `扎康${String(this.homes).padStart(4, '0')}室` };
    this.doors.push(home.door);
    await this.sql('INSERT INTO household (id, building_id, grid_id, door) VALUES (?, ?, ?, ?)', [
      ...[home.id, this.buildings.get(gridId), gridId, home.door],
    ]);
    return { ...home, ...(await this.addCard(home.id, gridId)) };
  }

  async addCard(householdId: string, gridId: string): Promise<Omit<Home, 'id' | 'gridId' | 'door'>> {
    const token = cardToken(randomBytes(20));
    this.tokens.push(token);
    const cardId = newId();
    // Spread like drawn ones, and none of them twice.
    const shortCode = String(100_000 + ((this.tokens.length * 7919 + FIRST_CODE) % 900_000));
    await this.sql(
      `INSERT INTO card (id, household_id, grid_id, token_hash, token_enc, short_code, active_code, active_household,
         version, status, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 'active', NOW(3))`,
      [cardId, householdId, gridId, sha256(token), this.cipher.seal(token), shortCode, shortCode, householdId],
    );
    return { cardId, token, shortCode };
  }

  /** A household whose card has ended, so that one can be issued. */
  async addHomeWithoutCard(): Promise<Home> {
    const home = await this.addHome();
    await this.sql(
      `UPDATE card SET status = 'lost', active_code = NULL, active_household = NULL, ended_at = NOW(3), ended_because = 'lost' WHERE id = ?`,
      [home.cardId],
    );
    return home;
  }

  async addResident(householdId: string, name: string, phone: string, personId: string | null = null): Promise<string> {
    const id = newId();
    await this.sql(
      `INSERT INTO resident (id, household_id, person_id, name_enc, phone_enc, phone_idx, phone_tail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, householdId, personId, this.cipher.seal(name), this.cipher.seal(phone)],
        ...[this.cipher.phoneIndex(phone), this.cipher.phoneTail(phone)],
      ],
    );
    return id;
  }

  private async addScopes(): Promise<void> {
    const scope = (id: string, parentId: string | null, kind: NewScope['kind'], code: string): NewScope => ({
      ...{ id, parentId, kind, code, name: `测试${code}`, nameBo: null, tzOffset: 480 },
      ...(kind === 'community' ? { numberPrefix: code, officePhone: '08916000000', gasPhone: '08916000001' } : {}),
    });
    const scopes = this.app.get(Scopes);
    await this.app.get(UnitOfWork).run(async (tx) => {
      await scopes.add(tx, [
        scope(this.streetId, null, 'street', '街'),
        scope(this.communityId, this.streetId, 'community', '试'),
        scope(this.gridId, this.communityId, 'grid', '1'),
        scope(this.otherGridId, this.communityId, 'grid', '2'),
        scope(this.farCommunityId, this.streetId, 'community', '远'),
        scope(this.farGridId, this.farCommunityId, 'grid', '3'),
      ]);
      await scopes.refresh(tx);
    });
  }

  private async addGrid(gridId: string): Promise<void> {
    const building = newId();
    this.buildings.set(gridId, building);
    await this.sql(
      'INSERT INTO grid (scope_id, branch_name, duty_phone, duty_days, duty_from, duty_to) VALUES (?, NULL, ?, 127, 0, 1440)',
      [gridId, '08916000002'],
    );
    await this.sql('INSERT INTO building (id, grid_id, name) VALUES (?, ?, ?)', [building, gridId, '一号楼']);
  }
}
