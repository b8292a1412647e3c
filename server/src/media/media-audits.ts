/** What `npm run audit` checks of media: no row without its files, no file without its row. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MediaKind } from '@sevengrid/shared/media/terms';
import { Audits, type AuditResult } from '../platform/audit/audits';
import { rows } from '../platform/database/sql';
import { PARTS } from './ingest';
import { MediaFiles } from './media-files';
import { MediaStore } from './store/media-store';

const BATCH = 200;

interface StoredRow {
  id: string;
  kind: MediaKind;
}

@Injectable()
export class MediaAudits implements OnModuleInit {
  constructor(
    private readonly audits: Audits,
    private readonly store: MediaStore,
    private readonly files: MediaFiles,
  ) {}

  onModuleInit(): void {
    this.audits.register({ name: 'media have their files', run: (tx) => this.checkRows(tx) });
    this.audits.register({ name: 'files are somebody’s media', run: (tx) => this.checkFiles(tx) });
  }

  /** Reading is checking: a sealed file that was changed does not open. */
  private async checkRows(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    for (let after = ''; ;) {
      const sql = `SELECT id, kind FROM media WHERE state = 'stored' AND id > ? ORDER BY id LIMIT ${BATCH}`;
      const found = await rows<StoredRow>(tx, sql, [after]);
      for (const { id, kind } of found) {
        for (const part of PARTS[kind]) {
          const bytes = await this.files.read(id, part).catch(() => null);
          if (!bytes) return { walked, broken: `media ${id}: its file "${part}" is missing or was changed` };
          walked++;
        }
        after = id;
      }
      if (found.length < BATCH) return { walked, broken: null };
    }
  }

  private async checkFiles(tx: EntityManager): Promise<AuditResult> {
    let walked = 0;
    let names: string[] = [];
    const stray = async (): Promise<string | undefined> => {
      const known = await this.known(tx, names);
      const found = names.find((name) => !known.has(name.split('.')[0] ?? ''));
      walked += names.length;
      names = [];
      return found;
    };
    for await (const name of this.store.names()) {
      names.push(name);
      if (names.length < BATCH) continue;
      const found = await stray();
      if (found !== undefined) return { walked, broken: `the file ${found} belongs to no media` };
    }
    const found = await stray();
    return { walked, broken: found === undefined ? null : `the file ${found} belongs to no media` };
  }

  private async known(tx: EntityManager, names: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const ids = names.map((name) => name.split('.')[0] ?? '');
    const found = await rows<{ id: string }>(tx, 'SELECT id FROM media WHERE id IN (?)', [ids]);
    return new Set(found.map(({ id }) => id));
  }
}
