/** Before something is sent: what was taken along is on the server, and stands in it by the server's ids. */
import { attachmentOf, letGo } from '../state/attachments';
import { upload } from '../state/uploads';

interface Carrying {
  body?: { photoIds?: readonly string[]; voiceId?: string };
}

const keysIn = (input: unknown): string[] => {
  const { photoIds = [], voiceId } = (input as Carrying | undefined)?.body ?? {};
  return [...photoIds, ...(voiceId === undefined ? [] : [voiceId])].filter((key) => attachmentOf(key) !== undefined);
};

/** Waits for what is still under way. What is no attachment of this phone is the server's own id already. @throws ApiFault */
export async function withMedia<T>(input: T): Promise<T> {
  const keys = keysIn(input);
  if (keys.length === 0) return input;
  const ids = new Map(await Promise.all(keys.map(async (key) => [key, await upload(key)] as const)));
  const { body, ...rest } = input as T & Required<Carrying>;
  const idOf = (key: string): string => ids.get(key) ?? key;
  const carried = {
    ...(body.photoIds ? { photoIds: body.photoIds.map(idOf) } : {}),
    ...(body.voiceId === undefined ? {} : { voiceId: idOf(body.voiceId) }),
  };
  return { ...rest, body: { ...body, ...carried } } as T;
}

/** It arrived with what it was taken along with. */
export const mediaArrived = (input: unknown): void => letGo(keysIn(input));
