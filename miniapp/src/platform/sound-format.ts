/** What kind of sound bytes are: the server says nothing of it, so that no browser plays them by their address. */

interface SoundFormat {
  type: string;
  ending: string;
}

const WEBM: SoundFormat = { type: 'audio/webm', ending: 'webm' };
const AAC: SoundFormat = { type: 'audio/aac', ending: 'aac' };
const MP3: SoundFormat = { type: 'audio/mpeg', ending: 'mp3' };

/** One of the three that the server keeps. */
export function formatOf(bytes: ArrayBuffer): SoundFormat {
  const [first = 0, second = 0] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0x1a && second === 0x45) return WEBM;
  return first === 0xff && (second & 0xf6) === 0xf0 ? AAC : MP3;
}
