/** Files of media in the store, sealed with the keys of personal fields: a copy of the store alone shows nothing. */
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/database/field-cipher';
import { PARTS, type Ingested, type Part } from './ingest';
import { MediaStore } from './store/media-store';

const nameOf = (id: string, part: Part): string => `${id}.${part}`;

@Injectable()
export class MediaFiles {
  constructor(
    private readonly store: MediaStore,
    private readonly cipher: FieldCipher,
  ) {}

  async keep(id: string, files: Ingested['files']): Promise<void> {
    for (const { part, bytes } of files) await this.store.put(nameOf(id, part), this.cipher.sealBytes(bytes));
  }

  /** Null when there is none. @throws when it was changed in the store */
  async read(id: string, part: Part): Promise<Buffer | null> {
    const sealed = await this.store.get(nameOf(id, part));
    return sealed && this.cipher.openBytes(sealed);
  }

  /** All parts that there may be, whatever became of the upload. */
  async remove(id: string): Promise<void> {
    for (const part of new Set(Object.values(PARTS).flat())) await this.store.remove(nameOf(id, part));
  }
}
