/** Valid inputs for the routes of central households, each with a door or a neighbour of its own. */
import { grantRole } from '../../src/identity/rights';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { LooseInput } from '../actors/caller';
import type { Make, Scene } from './inputs';

const oneOf = (id: string, body?: object): LooseInput => ({ params: { id }, ...(body ? { body } : {}) });

/** Somebody bound, in a household of their own; of the community's central households already where the row wants it. */
async function boundResident({ cast }: Scene, role?: 'central_household'): Promise<LooseInput> {
  const { place } = cast;
  const personId = newId();
  await place.sql('INSERT INTO person (id, created_at) VALUES (?, NOW(3))', [personId]);
  if (role) await cast.app.get(UnitOfWork).run((tx) => grantRole(tx, personId, role, place.communityId));
  return oneOf(await place.addResident((await place.addHome()).id, cast.newName(), cast.newPhone(), personId));
}

/** By row of the matrix. */
export const CENTRAL: Readonly<Record<string, Make>> = {
  'central.appoint': (scene) => boundResident(scene),
  'central.relieve': (scene) => boundResident(scene, 'central_household'),
  'central.candidates': ({ cast }) => oneOf(cast.home.id),
  'central.pair': async ({ cast }) => oneOf((await cast.place.addHome()).id, { personId: cast.id('central') }),
  'central.part': async ({ cast }) => oneOf((await cast.place.addHome()).id),
};
