/** The sheets of a batch as PDF: reads the cards’ links out of their sealed copies, which is on the audit log every time. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emergenciesWith } from '@sevengrid/shared/kernel/emergencies';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { GridTeams } from '../grids/grid-teams';
import { GridsService } from '../grids/grids.service';
import { addressOf } from '../grids/households';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { change, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import type { FileToAnswer } from '../platform/http/answer-file';
import { fail } from '../platform/http/fail';
import { CardDesk } from './card-desk';
import type { GridFace } from './card-face';
import { cardSheet, type SheetCard } from './card-sheet';
import { PrintingService } from './printing.service';
import { DOORS_A_PART, type BatchRow } from './printing.views';

interface PrintedRow {
  id: string;
  token_enc: Buffer;
  short_code: string;
  building: string;
  door: string;
}

interface Part {
  batch: BatchRow;
  face: GridFace;
  cards: SheetCard[];
}

const named = (zh: string, bo: string | null | undefined): Bilingual => (bo ? { zh, bo } : { zh });

@Injectable()
export class SheetsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly printing: PrintingService,
    private readonly desk: CardDesk,
    private readonly scopes: Scopes,
    private readonly teams: GridTeams,
    private readonly grids: GridsService,
    private readonly audit: AuditLog,
  ) {}

  async take(actor: Actor, batchId: string, part: number): Promise<FileToAnswer> {
    const { batch, face, cards } = await this.uow.run((tx) => this.read(tx, actor, batchId, part));
    const words = ['联络卡', face.grid.zh, ...(batch.building ? [batch.building] : []), String(part)];
    const title = [face.community.zh, ...words].join(' · ');
    return { type: 'application/pdf', name: `${words.join('-')}.pdf`, content: await cardSheet(title, face, cards) };
  }

  private async read(tx: EntityManager, actor: Actor, batchId: string, part: number): Promise<Part> {
    const batch = await this.printing.visible(tx, actor, batchId);
    if (!batch.ready_at) fail('BATCH_NOT_READY');
    const first = (part - 1) * DOORS_A_PART;
    const found = await rows<PrintedRow>(
      tx,
      `SELECT c.id, c.token_enc, c.short_code, b.name AS building, h.door
       FROM card_batch_door d JOIN card c ON c.id = d.card_id JOIN household h ON h.id = c.household_id
         JOIN building b ON b.id = h.building_id
       WHERE d.batch_id = ? AND d.position > ? AND d.position <= ? AND c.status = 'active' ORDER BY d.position`,
      [batchId, first, first + DOORS_A_PART],
    );
    if (found.length === 0) fail('BATCH_EMPTY');
    await change(tx, 'UPDATE card SET printed_at = NOW(3) WHERE id IN (?)', [found.map((row) => row.id)]);
    await change(tx, 'UPDATE card_batch SET printed_at = NOW(3) WHERE id = ?', [batchId]);
    const detail = { part, cards: found.length, again: batch.printed_at !== null };
    const subject = { kind: 'card_batch', id: batchId };
    await this.audit.record(tx, { actor, action: 'card.printed', subject, scopeId: batch.grid_id, detail });
    const cards = found.map((row) => ({
      url: this.desk.urlOf(row.token_enc),
      shortCode: row.short_code,
      address: addressOf(row.building, row.door),
    }));
    return { batch, face: await this.faceOf(tx, batch.grid_id), cards };
  }

  /** As it is on the day of printing. */
  private async faceOf(tx: EntityManager, gridId: string): Promise<GridFace> {
    const community = this.scopes.communityOf(gridId);
    const grid = this.scopes.view(gridId);
    const team = (await this.teams.faces(tx, [gridId])).get(gridId);
    const [station] = await this.grids.stationsOf(tx, community.id);
    return {
      community: named(community.name, community.nameBo),
      grid: named(grid?.name ?? '', grid?.nameBo),
      worker: team?.worker?.displayName ?? null,
      backup: team?.backup?.displayName ?? null,
      dutyPhone: team?.dutyPhone ?? community.officePhone,
      officePhone: community.officePhone,
      station: station ? { name: station.name, hours: station.hours } : null,
      emergencies: emergenciesWith(community.gasPhone),
    };
  }
}
