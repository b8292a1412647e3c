/** Neighbours behind their doors for tests of central households: people who log in by WeChat alone, and doors to look after. */
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import { grantRole } from '../../src/identity/rights';
import { Sessions } from '../../src/identity/sessions';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Answer, Caller } from '../actors/caller';
import type { Cast } from '../contract/cast';
import type { LookedAfterView } from '@sevengrid/shared/grids/views';

export interface Neighbour {
  personId: string;
  residentId: string;
  /** Of their own household. */
  householdId: string;
  caller: Caller;
}

/** Somebody without an account, bound to a new household. */
export async function neighbour(cast: Cast): Promise<Neighbour> {
  const { place } = cast;
  const personId = newId();
  const sealed = place.cipher.seal(cast.newName());
  await place.sql('INSERT INTO person (id, name_enc, created_at) VALUES (?, ?, NOW(3))', [personId, sealed]);
  const { id: householdId } = await place.addHome();
  const residentId = await place.addResident(householdId, cast.newName(), cast.newPhone(), personId);
  const { token } = await cast.app.get(UnitOfWork).run(async (tx) => {
    await grantRole(tx, personId, 'resident', place.communityId);
    return cast.app.get(Sessions).openForPerson(tx, personId);
  });
  return { personId, residentId, householdId, caller: cast.app.as(token) };
}

/** The same, made a central household by the administrator. */
export async function centralNeighbour(cast: Cast): Promise<Neighbour> {
  const found = await neighbour(cast);
  const admin = await cast.as('admin');
  void (await admin.call(centralRoutes.appoint, { params: { id: found.residentId } })).reply;
  return found;
}

/** Ids of `n` new households. */
export async function doors(cast: Cast, n: number): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < n; i++) found.push((await cast.place.addHome()).id);
  return found;
}

export const pair = (by: Caller, householdId: string, personId: string): Promise<Answer<LookedAfterView>> =>
  by.call(centralRoutes.pair, { params: { id: householdId }, body: { personId } });
