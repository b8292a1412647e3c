/** Says who holds something that is not done, or has a part in any ticket, so that no account is taken away from under it. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses, type AccountUse } from '../identity/account-uses';
import { rows } from '../platform/database/sql';

const IN_HAND = "t.phase IN ('new', 'active', 'waiting_requester', 'waiting_partner')";

/** Those who hold it, who joined as it rose, and who is to make the return visit. */
const OPEN = `SELECT t.holder_id AS person_id, t.grid_id FROM ticket t WHERE t.holder_id IN (?) AND ${IN_HAND}
  UNION SELECT h.person_id, t.grid_id FROM ticket_holder h JOIN ticket t ON t.id = h.ticket_id
    WHERE h.person_id IN (?) AND ${IN_HAND}
  UNION SELECT t.verifier_id, t.grid_id FROM ticket t WHERE t.verifier_id IN (?) AND t.phase = 'resolved'`;

const NAMED = `SELECT holder_id AS person_id FROM ticket WHERE holder_id IN (?)
  UNION SELECT person_id FROM ticket_holder WHERE person_id IN (?)
  UNION SELECT actor_id FROM ticket_event WHERE actor_id IN (?)`;

@Injectable()
export class UsesOfTickets implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const thrice = [[...ids], [...ids], [...ids]];
      const open = await rows<{ person_id: string; grid_id: string }>(tx, OPEN, thrice);
      const named = await rows<{ person_id: string }>(tx, NAMED, thrice);
      return [
        ...open.map(({ person_id: personId, grid_id: openIn }): AccountUse => ({ personId, openIn })),
        ...named.map(({ person_id: personId }): AccountUse => ({ personId, openIn: null })),
      ];
    });
  }
}
