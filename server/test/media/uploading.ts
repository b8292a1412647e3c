/** A phone's side of an upload, in one call or part by part. */
import { createHash } from 'node:crypto';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_AT_ONCE, type MediaKind } from '@sevengrid/shared/media/terms';
import type { MediaView, UploadView } from '@sevengrid/shared/media/views';
import type { Answer, Caller } from '../actors/caller';

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const sendable = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export async function begin(caller: Caller, kind: MediaKind, bytes: Buffer): Promise<UploadView> {
  const body = { kind, size: bytes.length, sha256: digestOf(bytes) };
  return (await caller.call(mediaRoutes.start, { body })).reply;
}

/** Sends what the server does not have yet. */
export async function sendRest(caller: Caller, { id, received }: UploadView, bytes: Buffer): Promise<void> {
  for (let offset = received; offset < bytes.length; offset += MOST_AT_ONCE) {
    const part = sendable(bytes.subarray(offset, offset + MOST_AT_ONCE));
    void (await caller.callWithBytes(mediaRoutes.send, { params: { id }, query: { offset } }, part)).reply;
  }
}

export const finish = (caller: Caller, id: string): Promise<Answer<MediaView>> =>
  caller.call(mediaRoutes.finish, { params: { id } });

/** Begun, sent and finished: the answer to the finish. */
export async function tryUpload(caller: Caller, kind: MediaKind, bytes: Buffer): Promise<Answer<MediaView>> {
  const upload = await begin(caller, kind, bytes);
  await sendRest(caller, upload, bytes);
  return finish(caller, upload.id);
}

export const upload = async (caller: Caller, kind: MediaKind, bytes: Buffer): Promise<MediaView> =>
  (await tryUpload(caller, kind, bytes)).reply;

/** What lies at a link, whoever asks. */
export async function fetched(
  base: string,
  link: string,
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const answer = await fetch(base + link);
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}
