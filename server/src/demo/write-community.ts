/** Writes the planned community into an empty database, in bulk. */
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CardDesk } from '../cards/card-desk';
import { OFFICE_HOURS } from '../grids/duty';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import type { DemoPerson } from './demo-context';
import type { Community } from './plan-people';
import { STATIONS, type MakeId, type Places } from './plan-places';
import type { Random } from './random';

const CHUNK = 500;

export interface Plan {
  rng: Random;
  makeId: MakeId;
  now: Date;
  places: Places;
  people: Community;
}

export interface PlannedCard {
  id: string;
  householdId: string;
}

type Cell = string | number | Date | Buffer | null;

async function insert(tx: EntityManager, table: string, columns: string, values: readonly Cell[][]): Promise<void> {
  for (let from = 0; from < values.length; from += CHUNK) {
    await tx.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [values.slice(from, from + CHUNK)]);
  }
}

export class CommunityWriter {
  private readonly cipher: FieldCipher;
  private readonly scopes: Scopes;
  private readonly desk: CardDesk;
  /** Everybody has been here for a year. */
  private readonly since: Date;

  constructor(
    app: INestApplicationContext,
    private readonly plan: Plan,
  ) {
    this.cipher = app.get(FieldCipher);
    this.scopes = app.get(Scopes);
    this.desk = app.get(CardDesk);
    this.since = new Date(plan.now.getTime() - 365 * 86_400_000);
  }

  async write(tx: EntityManager): Promise<PlannedCard[]> {
    await this.scopes.add(tx, this.plan.places.scopes);
    await this.writePlaces(tx);
    await this.writePeople(tx);
    await this.writeWork(tx);
    return this.writeCards(tx);
  }

  private async writePlaces(tx: EntityManager): Promise<void> {
    const { places, rng, makeId } = this.plan;
    const { days, from, to } = OFFICE_HOURS;
    await insert(
      tx,
      'grid',
      'scope_id, branch_name, duty_phone, duty_days, duty_from, duty_to',
      places.grids.map((grid) => [grid.id, grid.branchName, grid.dutyPhone, days, from, to]),
    );
    await insert(
      tx,
      'building',
      'id, grid_id, name',
      places.buildings.map((b) => [b.id, b.gridId, b.name]),
    );
    await insert(
      tx,
      'household',
      'id, building_id, grid_id, door, needs_care',
      places.households.map((h) => [h.id, h.buildingId, h.gridId, h.door, rng.chance(0.08) ? 1 : 0]),
    );
    await insert(
      tx,
      'station',
      'id, community_id, name, address, hours, phone, services, position',
      STATIONS.map((s, i) => [
        ...[makeId(), places.communityId, JSON.stringify(s.name), JSON.stringify(s.address)],
        ...[JSON.stringify(s.hours), s.phone, JSON.stringify(s.services), i],
      ]),
    );
  }

  private async writePeople(tx: EntityManager): Promise<void> {
    const { people, makeId } = this.plan;
    const office = [...people.staff, people.lead, people.street, people.auditor, people.admin];
    const bodies = people.partners.map(({ person }) => person);
    const everybody = [
      ...people.workers,
      ...office,
      ...bodies,
      ...people.residents,
      ...people.central,
      ...people.members,
    ];
    await insert(
      tx,
      'person',
      'id, name_enc, display_name, phone_enc, phone_idx, phone_tail, account, demo, created_at',
      everybody.map((person) => this.personRow(person)),
    );
    await insert(
      tx,
      'role_grant',
      'id, person_id, role, scope_id, organisation_id, starts_on',
      people.grants.map(({ personId, role, scopeId, organisationId }) => [
        ...[makeId(), personId, role, scopeId, organisationId ?? null, this.since],
      ]),
    );
    await insert(
      tx,
      'organisation',
      'id, kind, name, scope_id',
      people.partners.map(({ organisationId, name }) => [
        organisationId,
        'partner',
        name,
        this.plan.places.communityId,
      ]),
    );
    await insert(
      tx,
      'resident',
      'id, household_id, person_id, name_enc, phone_enc, phone_idx, phone_tail',
      people.register.map((r) => [
        r.id,
        r.householdId,
        r.personId,
        this.cipher.seal(r.name),
        ...this.phoneCells(r.phone),
      ]),
    );
  }

  private async writeWork(tx: EntityManager): Promise<void> {
    const { people, makeId } = this.plan;
    await insert(
      tx,
      'grid_worker',
      'id, grid_id, person_id, role, starts_on',
      people.teams.map((team) => [makeId(), team.gridId, team.personId, team.role, this.since]),
    );
    await insert(
      tx,
      'central_service',
      'id, person_id, household_id, starts_on',
      people.service.map((served) => [makeId(), served.personId, served.householdId, this.since]),
    );
  }

  private async writeCards(tx: EntityManager): Promise<PlannedCard[]> {
    const { places, people, rng } = this.plan;
    const codes = new Set<string>();
    const cards = places.households.map((household) => {
      let code = '';
      do code = String(rng.int(0, 999_999)).padStart(6, '0');
      while (codes.has(code));
      codes.add(code);
      return { ...this.desk.draw(this.since.getTime()), household, code };
    });
    await insert(
      tx,
      'card',
      `id, household_id, grid_id, token_hash, token_enc, short_code, active_code, active_household, version, status,
       issued_at, issued_by`,
      cards.map(({ id, tokenHash, tokenEnc, household, code }) => [
        ...[id, household.id, household.gridId, tokenHash, tokenEnc, code, code, household.id],
        ...[1, 'active', this.since, people.staff[0]?.id ?? null],
      ]),
    );
    return cards.map(({ id, household }) => ({ id, householdId: household.id }));
  }

  private personRow(person: DemoPerson): Cell[] {
    const { id, name, displayName, phone, account } = person;
    return [id, this.cipher.seal(name), displayName, ...this.phoneCells(phone), account, 1, this.since];
  }

  private phoneCells(phone: string | null): Cell[] {
    if (phone === null) return [null, null, null];
    return [this.cipher.seal(phone), this.cipher.phoneIndex(phone), this.cipher.phoneTail(phone)];
  }
}
