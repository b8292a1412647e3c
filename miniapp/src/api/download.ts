/** Files that the server answers: fetched with the person's own session, then given to the person. */
import type { FileRoute, InputOf } from '@sevengrid/shared/kernel/route';
import { giveFile } from '../platform/give-file';
import { ask, headerOf } from './ask';
import { BYTES_TIMEOUT } from './call';

export interface FetchedFile {
  bytes: ArrayBuffer;
  /** Content type, without parameters. */
  type: string;
  name: string;
}

/** `filename*` of a Content-Disposition, which all our files have. */
function nameIn(disposition: string): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  try {
    return decodeURIComponent(encoded) || 'file';
  } catch {
    return 'file';
  }
}

/** @throws ApiFault with the server's code, or NETWORK_DOWN when no answer came */
export async function fetchFile<S extends FileRoute>(route: S, input: InputOf<S>): Promise<FetchedFile> {
  const { data, header } = await ask(route, { input: input ?? {}, wantsBytes: true, timeout: BYTES_TIMEOUT });
  const [type = ''] = headerOf(header, 'content-type').split(';');
  return { bytes: data as ArrayBuffer, type: type.trim(), name: nameIn(headerOf(header, 'content-disposition')) };
}

/**
 * Fetches a file and saves it (browser) or opens it (WeChat).
 * @returns false when the phone could not show it
 * @throws ApiFault as {@link fetchFile}
 */
export async function download<S extends FileRoute>(route: S, input: InputOf<S>): Promise<boolean> {
  return giveFile(await fetchFile(route, input));
}
