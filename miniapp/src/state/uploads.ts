/** Sends attachments in the background, part by part, from wherever the server is; a lost line costs one part. */
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_AT_ONCE } from '@sevengrid/shared/media/terms';
import type { UploadView } from '@sevengrid/shared/media/views';
import { call, callWithBytes } from '../api/call';
import { asFault, type ApiFault } from '../api/fault';
import { readLocal } from '../platform/local-files';
import { newId } from '../platform/random';
import { sha256 } from '../platform/sha256';
import { attachmentOf, attachments, changeAttachment, fileOf, letGo, type Attachment } from './attachments';
import { pauseAfter } from './outbox';
import { owner } from './session';

/** Uploads at once: WeChat allows ten requests in all. */
const AT_ONCE = 3;
const SMALLEST = 16_384;
/** Milliseconds that a part should take: quicker, and the next is larger; slower, and it is smaller. */
const QUICK = 1_500;
const SLOW = 6_000;

let stride = 65_536;
let going = 0;
const queue: (() => void)[] = [];

/** Waits until one of the places is free. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (going >= AT_ONCE) await new Promise<void>((turn) => queue.push(turn));
  going += 1;
  try {
    return await work();
  } finally {
    going -= 1;
    queue.shift()?.();
  }
}

async function begun({ key, kind, size, uploadId, beginKey }: Attachment): Promise<UploadView> {
  if (uploadId !== undefined) {
    const known = await call(mediaRoutes.upload, { params: { id: uploadId } });
    // It was reached: in a storm that cuts every part, pauses would double all the same.
    changeAttachment(key, { attempts: 0 });
    return known;
  }
  const bytes = await readLocal(fileOf({ key, kind }), 0, size);
  const upload = await call(mediaRoutes.start, { body: { kind, size, sha256: sha256(bytes) } }, { key: beginKey });
  changeAttachment(key, { uploadId: upload.id, attempts: 0 });
  return upload;
}

/** The next part; answers how much the server has then. */
async function sendPart(file: string, id: string, size: number, offset: number): Promise<number> {
  const length = Math.min(stride, MOST_AT_ONCE, size - offset);
  const bytes = await readLocal(file, offset, length);
  const since = Date.now();
  try {
    const key = `${id}-${offset}-${length}`;
    const { received } = await callWithBytes(mediaRoutes.send, { params: { id }, query: { offset } }, bytes, { key });
    const took = Date.now() - since;
    if (took < QUICK) stride = Math.min(2 * stride, MOST_AT_ONCE);
    else if (took > SLOW) stride = Math.max(stride / 2, SMALLEST);
    return received;
  } catch (error) {
    const fault = asFault(error);
    if (fault.code === 'UPLOAD_OFFSET_OTHER') return fault.facts.received ?? 0;
    stride = Math.max(stride / 2, SMALLEST);
    throw fault;
  }
}

async function sendAll(one: Attachment): Promise<string> {
  const { id, received, state } = await begun(one);
  if (state === 'open') {
    for (let offset = received; offset < one.size;) {
      offset = await sendPart(fileOf(one), id, one.size, offset);
      // The line is there: whatever fails next is a first failure.
      changeAttachment(one.key, { sent: offset, attempts: 0 });
    }
  }
  await call(mediaRoutes.finish, { params: { id } }, { key: `${id}-finish` });
  changeAttachment(one.key, { state: 'stored', sent: one.size });
  return id;
}

/** What is to be done about it: tried again later, begun anew, or told. */
function note({ key, attempts, uploadId }: Attachment, fault: ApiFault): void {
  const tries = attempts + 1;
  const later = Date.now() + Math.max(pauseAfter(tries), fault.retryAfter);
  const again = { state: 'waiting' as const, attempts: tries, notBefore: later };
  // The server forgets what was not finished in two days, and wants to hear again what was lost on the way.
  const forgotten = fault.status === 404 && uploadId !== undefined;
  if (forgotten || fault.code === 'UPLOAD_DIGEST_OTHER')
    changeAttachment(key, { ...again, uploadId: undefined, beginKey: newId(), sent: 0 });
  else if (fault.passing || fault.status === 401) changeAttachment(key, again);
  else changeAttachment(key, { state: 'refused', fault: fault.code, detail: fault.detail });
}

const inFlight = new Map<string, Promise<string>>();

/** Resolves with the medium's id; two who ask for the same share one upload. @throws ApiFault when it did not get there now */
export function upload(key: string): Promise<string> {
  const running = inFlight.get(key);
  if (running) return running;
  const one = attachmentOf(key);
  if (!one) return Promise.reject(new Error(`nothing is attached as ${key}`));
  if (one.state === 'stored' && one.uploadId !== undefined) return Promise.resolve(one.uploadId);
  const sent = inTurn(() => {
    changeAttachment(key, { state: 'sending', fault: undefined, detail: undefined });
    return sendAll(attachmentOf(key) ?? one);
  })
    .catch((error: unknown) => {
      const fault = asFault(error);
      note(attachmentOf(key) ?? one, fault);
      throw fault;
    })
    .finally(() => inFlight.delete(key));
  inFlight.set(key, sent);
  return sent;
}

/** Whatever of this person's is due; nobody waits for it, so a failure is only noted. */
export function uploadDue(now = Date.now()): void {
  const due = (one: Attachment): boolean => one.state === 'waiting' && one.owner === owner() && one.notBefore <= now;
  for (const { key } of attachments.get().filter(due)) void upload(key).catch(() => undefined);
}

/** After the network came back nobody sits out an old pause. */
export function hurryUploads(): void {
  for (const { key, state } of attachments.get()) if (state === 'waiting') changeAttachment(key, { notBefore: 0 });
  uploadDue();
}

/** Taken back by the person: gone from the phone, and from the server if it got there. */
export function takeBack(key: string): void {
  const id = attachmentOf(key)?.uploadId;
  letGo([key]);
  if (id !== undefined) void call(mediaRoutes.discard, { params: { id } }).catch(() => undefined);
}
