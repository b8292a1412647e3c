/** Says which households and residents of the register have appeals, so that no import takes them back from under those. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RegisterUses, type RegisterUse } from '../grids/register-uses';
import { rows } from '../platform/database/sql';

@Injectable()
export class UsesOfRegister implements OnModuleInit {
  constructor(private readonly uses: RegisterUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, { householdIds, residentIds }) => {
      const found = await rows<{ household: string; resident: string | null }>(
        tx,
        `SELECT DISTINCT household_id AS household, requester_resident_id AS resident FROM ticket
         WHERE household_id IN (?)`,
        [householdIds],
      );
      const asked = new Set([...householdIds, ...residentIds]);
      return found
        .flatMap(({ household, resident }) => [household, resident])
        .filter((id): id is string => id !== null && asked.has(id))
        .map((id): RegisterUse => ({ id, because: 'HAS_TICKET' }));
    });
  }
}
