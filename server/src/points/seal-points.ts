/** Puts the ledger's history under the seal, so that a row that was changed, taken out or put in shows. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson } from '../platform/database/fingerprint';
import { Seals } from '../platform/seal/seals';

export const SEALED_TABLES = [
  'point_journal',
  'point_transfer',
  'point_entry',
  'point_spent_lot',
  'point_hold_event',
] as const;

@Injectable()
export class SealPoints implements OnModuleInit {
  constructor(private readonly seals: Seals) {}

  onModuleInit(): void {
    for (const table of SEALED_TABLES) this.seals.register({ name: table, table, canonical: canonicalJson });
  }
}
