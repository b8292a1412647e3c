/** Says who has been told something, so that no account is taken away with an inbox that nobody has opened yet. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses } from '../identity/account-uses';
import { rows } from '../platform/database/sql';

@Injectable()
export class UsesOfInboxes implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const sql = 'SELECT DISTINCT person_id FROM notice WHERE person_id IN (?)';
      const found = await rows<{ person_id: string }>(tx, sql, [[...ids]]);
      return found.map(({ person_id: personId }) => ({ personId, openIn: null }));
    });
  }
}
