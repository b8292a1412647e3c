/** A place with units, for tests of volunteering: people who log in by WeChat alone, and members put on a list. */
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { MemberView } from '@sevengrid/shared/volunteering/members.views';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import { grantRole } from '../../src/identity/rights';
import { Sessions } from '../../src/identity/sessions';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import type { Cast } from '../contract/cast';

let made = 0;

export interface Somebody {
  id: string;
  name: string;
  phone: string;
  caller: Caller;
}

/** A resident; `phoneKnown` where a grid worker has confirmed the phone. */
export async function somebody(cast: Cast, phoneKnown = false): Promise<Somebody> {
  const { place } = cast;
  const [id, name, phone] = [newId(), cast.newName(), cast.newPhone()];
  const { cipher } = place;
  await place.sql(
    'INSERT INTO person (id, name_enc, phone_enc, phone_idx, phone_tail, created_at) VALUES (?, ?, ?, ?, ?, NOW(3))',
    [
      ...[id, phoneKnown ? cipher.seal(name) : null],
      ...(phoneKnown ? [cipher.seal(phone), cipher.phoneIndex(phone), cipher.phoneTail(phone)] : [null, null, null]),
    ],
  );
  const { token } = await cast.app.get(UnitOfWork).run(async (tx) => {
    await grantRole(tx, id, 'resident', place.communityId);
    return cast.app.get(Sessions).openForPerson(tx, id);
  });
  return { id, name, phone, caller: cast.app.as(token) };
}

/** A unit with a name of its own, which reports from today. */
export async function unit(cast: Cast, by: 'staff' | 'lead' = 'staff'): Promise<UnitDetailView> {
  const body = { name: `报到单位${++made}` };
  return (await (await cast.as(by)).call(unitRoutes.add, { body })).reply;
}

/** Somebody on the unit’s list. */
export async function listed(
  cast: Cast,
  unitId: string,
  who: { name: string; phone: string } = { name: cast.newName(), phone: cast.newPhone() },
): Promise<MemberView> {
  const body = { unitId, name: who.name, phone: who.phone };
  return (await (await cast.as('staff')).call(memberRoutes.add, { body })).reply;
}

/** Reports as a member of the unit. */
export const report = (who: Somebody, unitId: string) =>
  who.caller.call(memberRoutes.ask, { body: { unitId, name: who.name, phone: who.phone } });
