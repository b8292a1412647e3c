/** The one way in: whatever came, over whatever path, becomes files of ours or is refused. */
import type { MediaKind } from '@sevengrid/shared/media/terms';
import { cleanPhoto } from './photos';
import { cleanVoice } from './voices';

/** A part of a medium, each a file of its own. */
export type Part = 'full' | 'thumb' | 'voice';

export interface Ingested {
  files: readonly { part: Part; bytes: Buffer }[];
  width: number | null;
  height: number | null;
  millis: number | null;
}

/** The parts that a stored medium of this kind has. */
export const PARTS: Readonly<Record<MediaKind, readonly Part[]>> = { photo: ['full', 'thumb'], voice: ['voice'] };

/** @throws MEDIA_KIND_UNKNOWN, MEDIA_DAMAGED, MEDIA_TOO_LARGE, VOICE_TOO_LONG */
export async function ingest(kind: MediaKind, bytes: Buffer): Promise<Ingested> {
  if (kind === 'voice') {
    const voice = cleanVoice(bytes);
    const files = [{ part: 'voice' as const, bytes: voice.bytes }];
    return { files, width: null, height: null, millis: Math.round(voice.millis) };
  }
  const { full, thumb, width, height } = await cleanPhoto(bytes);
  const files = [
    { part: 'full' as const, bytes: full },
    { part: 'thumb' as const, bytes: thumb },
  ];
  return { files, width, height, millis: null };
}
