/** Media in a folder of this machine: written beside, forced to the disk, then moved into place. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail } from '../../platform/http/fail';
import { MediaStore, placeOf } from './media-store';

/** What is being written lies here; on the same disk, so that the move into place is one step. */
const INCOMING = 'incoming';
/** Nobody writes for an hour. */
const LEFT_BEHIND = 3_600_000;

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** A full or lost disk is a part that is down, not a mistake of the caller's. */
function whenDiskFails(error: unknown): never {
  return fail('PART_DOWN', { retryAfter: 30 }, error);
}

/** Makes the names in a folder as lasting as the files; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export class DiskStore extends MediaStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const place = this.path(name);
    const beside = join(this.folder, INCOMING, `${name}.${randomBytes(6).toString('hex')}`);
    try {
      await mkdir(dirname(beside), { recursive: true, mode: 0o700 });
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const handle = await open(beside, 'wx', 0o600);
      await handle
        .writeFile(bytes)
        .then(() => handle.sync())
        .finally(() => handle.close());
      await rename(beside, place);
      await syncFolder(dirname(place));
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      whenDiskFails(error);
    }
  }

  async get(name: string): Promise<Buffer | null> {
    try {
      return await readFile(this.path(name));
    } catch (error) {
      return isMissing(error) ? null : whenDiskFails(error);
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true }).catch(whenDiskFails);
  }

  async *names(): AsyncIterable<string> {
    for (const folder of await this.list('')) {
      if (folder === INCOMING) continue;
      for (const name of await this.list(folder)) yield basename(name);
    }
  }

  async tidy(): Promise<void> {
    for (const name of await this.list(INCOMING)) {
      const path = join(this.folder, INCOMING, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > LEFT_BEHIND) await rm(path, { force: true });
    }
  }

  private path(name: string): string {
    return join(this.folder, placeOf(name));
  }

  private async list(folder: string): Promise<string[]> {
    try {
      return await readdir(join(this.folder, folder));
    } catch (error) {
      return isMissing(error) ? [] : whenDiskFails(error);
    }
  }
}
