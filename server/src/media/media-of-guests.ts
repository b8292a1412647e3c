/** What a guest uploaded and has not attached becomes the person's when the guest logs in. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GuestClaims } from '../identity/guest-claims';
import { change } from '../platform/database/sql';

@Injectable()
export class MediaOfGuests implements OnModuleInit {
  constructor(private readonly claims: GuestClaims) {}

  onModuleInit(): void {
    this.claims.register(async (tx, { guestId, personId }) => {
      await change(tx, 'UPDATE media SET owner_id = ? WHERE owner_id = ? AND subject_id IS NULL', [personId, guestId]);
    });
  }
}
