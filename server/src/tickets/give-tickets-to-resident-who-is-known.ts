/** What staff filed for somebody of the register becomes theirs to follow once that resident has an account. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import '../grids/news-of-grids';
import { rows } from '../platform/database/sql';
import { Outbox } from '../platform/jobs/outbox';
import { CaseEngine } from './case-engine';

@Injectable()
export class GiveTicketsToResidentWhoIsKnown implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly engine: CaseEngine,
  ) {}

  onModuleInit(): void {
    this.outbox.on('resident.linked', 'give-tickets-to-resident-who-is-known', (tx, { residentId, personId }) =>
      this.give(tx, residentId, personId),
    );
  }

  private async give(tx: EntityManager, residentId: string, personId: string): Promise<void> {
    const theirs = await rows<{ id: string }>(
      tx,
      'SELECT id FROM ticket WHERE requester_resident_id = ? AND requester_person_id IS NULL ORDER BY id',
      [residentId],
    );
    for (const { id } of theirs)
      await this.engine.attribute(tx, { id: personId, kind: 'person' }, id, { as: 'requester', personId, residentId });
  }
}
