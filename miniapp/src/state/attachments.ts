/** Photos and voices that somebody has taken: each a file on the phone with an upload of its own, until what it goes with is sent. */
import type { MediaKind } from '@sevengrid/shared/media/terms';
import { dropLocal, keepLocal, type Taken } from '../platform/local-files';
import { newId } from '../platform/random';
import { signal } from '../platform/signal';
import { keep, keptUnder } from '../platform/storage';
import { LIFETIME } from './drafts';
import { owner } from './session';

/** `refused`: the server said that it is no photo or voice; another try would be told the same. */
export type AttachmentState = 'waiting' | 'sending' | 'stored' | 'refused';

export interface Attachment {
  /** ULID: its name on the phone and in forms, until it is replaced by the medium's own id when they are sent. */
  key: string;
  kind: MediaKind;
  owner: string;
  madeAt: number;
  /** Bytes. */
  size: number;
  /** Voices only. */
  seconds?: number;
  state: AttachmentState;
  /** Bytes that the server has. */
  sent: number;
  /** The Idempotency-Key of the upload's beginning; a new one when the server has forgotten the upload. */
  beginKey: string;
  /** Once begun: the upload, and later the medium. */
  uploadId?: string;
  attempts: number;
  /** Earliest next attempt, milliseconds UTC. */
  notBefore: number;
  /** The fault's code and sentence where the server refused. */
  fault?: string;
  detail?: string;
}

/** A phone that stopped in the middle goes on where the server is. */
const revived = (kept: unknown[]): Attachment[] =>
  (kept as Attachment[]).map((one) => (one.state === 'sending' ? { ...one, state: 'waiting', notBefore: 0 } : one));

export const attachments = signal<Attachment[]>(revived(keptUnder('attachments') ?? []));

function store(all: Attachment[]): void {
  keep('attachments', all);
  attachments.set(all);
}

export const attachmentOf = (key: string): Attachment | undefined => attachments.get().find((one) => one.key === key);

export const changeAttachment = (key: string, part: Partial<Attachment>): void =>
  store(attachments.get().map((one) => (one.key === key ? { ...one, ...part } : one)));

/** Its file's name on the phone; what it is, its content tells. */
export const fileOf = ({ key, kind }: Pick<Attachment, 'key' | 'kind'>): string =>
  `${key}.${kind === 'photo' ? 'jpg' : 'mp3'}`;

/** Written down before the first byte is sent. @throws when the phone has no room */
export async function attach(kind: MediaKind, taken: Taken, seconds?: number): Promise<Attachment> {
  const key = newId();
  const made: Attachment = {
    ...{ key, kind, owner: owner(), madeAt: Date.now(), size: taken.size },
    ...(seconds === undefined ? {} : { seconds }),
    ...{ state: 'waiting', sent: 0, beginKey: newId(), attempts: 0, notBefore: 0 },
  };
  await keepLocal(fileOf(made), taken);
  store([...attachments.get(), made]);
  return made;
}

/** They were sent, or thrown away: nothing of them stays on the phone. */
export function letGo(keys: readonly string[]): void {
  const gone = attachments.get().filter(({ key }) => keys.includes(key));
  if (gone.length === 0) return;
  store(attachments.get().filter(({ key }) => !keys.includes(key)));
  for (const one of gone) void dropLocal(fileOf(one));
}

/** Whether a draft or something that waits to be sent still speaks of it. */
function isWanted({ key }: Attachment): boolean {
  const kept = JSON.stringify([keptUnder('drafts') ?? {}, keptUnder('outbox') ?? []]);
  return kept.includes(key);
}

/**
 * Called once at launch, after drafts and outbox were swept: what no form speaks of any more goes. What one still speaks
 * of after so long is sent anew, since the server forgets in eight days what was never attached to anything.
 */
export function sweepAttachments(now = Date.now()): void {
  letGo(
    attachments
      .get()
      .filter((one) => !isWanted(one))
      .map(({ key }) => key),
  );
  const anew = { state: 'waiting' as const, madeAt: now, sent: 0, attempts: 0, notBefore: 0 };
  for (const { key, state, madeAt } of attachments.get())
    if (state === 'stored' && now - madeAt >= LIFETIME)
      changeAttachment(key, { ...anew, uploadId: undefined, beginKey: newId() });
}

/** Everything somebody has taken passes to `heir`, or goes where there is none. */
export function passAttachmentsOn(from: string, heir?: string): void {
  const theirs = attachments.get().filter((one) => one.owner === from);
  if (heir === undefined) return letGo(theirs.map(({ key }) => key));
  if (theirs.length > 0) store(attachments.get().map((one) => (one.owner === from ? { ...one, owner: heir } : one)));
}
