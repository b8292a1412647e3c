/** Says who earned, holds or corrected points, so that no account of a person is taken away from under the ledger. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses } from '../identity/account-uses';
import { rows } from '../platform/database/sql';

const NAMED = `SELECT person_id FROM point_account WHERE person_id IN (?)
  UNION SELECT person_id FROM point_adjustment WHERE person_id IN (?)
  UNION SELECT asked_by FROM point_adjustment WHERE asked_by IN (?)
  UNION SELECT decided_by FROM point_adjustment WHERE decided_by IN (?)`;

@Injectable()
export class UsesOfPoints implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const named = await rows<{ person_id: string }>(tx, NAMED, [[...ids], [...ids], [...ids], [...ids]]);
      return named.map(({ person_id: personId }) => ({ personId, openIn: null }));
    });
  }
}
