/** Says who holds something that is not done, or has a part in any ticket, so that no account is taken away from under it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses, type AccountUse } from '../identity/account-uses';
import { rows } from '../platform/database/sql';
import { workInHand } from './work-in-hand';

const NAMED = `SELECT holder_id AS person_id FROM ticket WHERE holder_id IN (?)
  UNION SELECT person_id FROM ticket_holder WHERE person_id IN (?)
  UNION SELECT actor_id FROM ticket_event WHERE actor_id IN (?)`;

@Injectable()
export class UsesOfTickets implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const thrice = [[...ids], [...ids], [...ids]];
      const open = await workInHand(tx, { persons: ids });
      const named = await rows<{ person_id: string }>(tx, NAMED, thrice);
      return [
        ...open.map(({ personId, gridId: openIn }): AccountUse => ({ personId, openIn })),
        ...named.map(({ person_id: personId }): AccountUse => ({ personId, openIn: null })),
      ];
    });
  }
}
