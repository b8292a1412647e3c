/** Says who is named on activities, so that no account is taken away from under what it did. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountUses } from '../identity/account-uses';
import { rows } from '../platform/database/sql';

const NAMED = [
  'SELECT person_id FROM activity_organiser WHERE person_id IN (?)',
  'SELECT person_id FROM activity_sign_up WHERE person_id IN (?)',
  'SELECT person_id FROM attendance WHERE person_id IN (?)',
  'SELECT by_id FROM attendance_objection WHERE by_id IN (?)',
];

@Injectable()
export class UsesOfActivities implements OnModuleInit {
  constructor(private readonly uses: AccountUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, ids) => {
      const params = NAMED.map(() => [...ids]);
      const found = await rows<{ person_id: string }>(tx, NAMED.join(' UNION '), params);
      return found.map(({ person_id: personId }) => ({ personId, openIn: null }));
    });
  }
}
