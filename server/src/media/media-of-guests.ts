/** What a guest uploaded and has not attached becomes the person's when the guest logs in; until it is gone the guest is needed. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GuestClaims } from '../identity/guest-claims';
import { GuestTies } from '../identity/guest-ties';
import { change, rows } from '../platform/database/sql';

@Injectable()
export class MediaOfGuests implements OnModuleInit {
  constructor(
    private readonly claims: GuestClaims,
    private readonly ties: GuestTies,
  ) {}

  onModuleInit(): void {
    this.claims.register(async (tx, { guestId, personId }) => {
      await change(tx, 'UPDATE media SET owner_id = ? WHERE owner_id = ? AND subject_id IS NULL', [personId, guestId]);
    });
    this.ties.register({
      needed: async (tx, ids) =>
        (await rows<{ owner_id: string }>(tx, 'SELECT DISTINCT owner_id FROM media WHERE owner_id IN (?)', [ids])).map(
          (row) => row.owner_id,
        ),
    });
  }
}
