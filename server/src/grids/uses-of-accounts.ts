/** Says which accounts the register names, so that no import takes them away from under it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses } from '../identity/account-uses';
import { rows } from '../platform/database/sql';

/** A place on a team goes with the role; what is listed here stays behind. */
const NAMED = `SELECT person_id FROM resident WHERE person_id IN (?)
  UNION SELECT person_id FROM worker_leave WHERE person_id IN (?)
  UNION SELECT person_id FROM central_service WHERE person_id IN (?)`;

@Injectable()
export class UsesOfAccounts implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const found = await rows<{ person_id: string }>(tx, NAMED, [[...ids], [...ids], [...ids]]);
      return found.map(({ person_id: personId }) => ({ personId, openIn: null }));
    });
  }
}
