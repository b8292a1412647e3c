/** Voice messages as phones make them, built here byte by byte; two were recorded in Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const recorded = (name: string): Buffer => readFileSync(join(__dirname, 'recordings', name));

/** Two seconds of a test tone: fragments without a duration, as MediaRecorder writes them. */
export const chromiumWebm = (): Buffer => recorded('chromium-opus.webm');
export const chromiumMp4 = (): Buffer => recorded('chromium-opus.mp4');

const many = (frame: Buffer, seconds: number, millis: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.round((seconds * 1000) / millis) }, () => frame));

/** A frame of silence, MPEG 2 layer III at 16 kHz and 48 kbit/s, mono: what WeChat is asked to record. */
const MP3_FRAME = Buffer.concat([Buffer.from([0xff, 0xf3, 0x68, 0xc4]), Buffer.alloc(212)]);
export const mp3 = (seconds: number): Buffer => many(MP3_FRAME, seconds, 36);

const synchsafe = (n: number): Buffer => Buffer.from([(n >> 21) & 127, (n >> 14) & 127, (n >> 7) & 127, n & 127]);

/** A tag of ID3v2 with a picture in it. */
export function id3(picture: Buffer, words: string): Buffer {
  const apic = Buffer.concat([Buffer.from('\0image/jpeg\0\x03\0', 'latin1'), picture]);
  const frame = (name: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(name), synchsafe(data.length), Buffer.alloc(2), data]);
  const body = Buffer.concat([frame('APIC', apic), frame('TIT2', Buffer.from(`\x03${words}`))]);
  return Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), synchsafe(body.length), body]);
}

/** The old tag behind the sound. */
export const id3v1 = (words: string): Buffer => Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, words)]);

/** A frame of silence of AAC-LC, mono. */
const AAC_SILENCE = Buffer.from([0x01, 0x40, 0x22, 0x80, 0xa3, 0x7f, 0xf8, 0x85, 0x2d, 0xaf, 0x5b, 0xff, 0x07]);
const AAC_16K = 8;

function adts(frame: Buffer): Buffer {
  const length = frame.length + 7;
  const head = [0xff, 0xf1, 0x40 | (AAC_16K << 2), 0x40, (length >> 3) & 255, ((length & 7) << 5) | 31, 0xfc];
  return Buffer.concat([Buffer.from(head), frame]);
}
export const aac = (seconds: number): Buffer => many(adts(AAC_SILENCE), seconds, 64);

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, 4 * i));
  return bytes;
};

export const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u32(data.length + 8), Buffer.from(type, 'latin1'), data]);
};

export interface M4aOptions {
  /** Handler of the track; `vide` lies about what it is. */
  handler?: string;
  /** Instead of the tables' own. */
  count?: number;
  /** Where the sound is said to begin. */
  start?: number;
  /** More boxes at the end of `moov`. */
  more?: Buffer;
}

/** What an iPhone records: tables behind the sound, and a tag with where it was. */
export function m4a(
  seconds: number,
  { handler = 'soun', count, start, more = Buffer.alloc(0) }: M4aOptions = {},
): Buffer {
  const samples = Math.round((seconds * 16_000) / 1024);
  const ftyp = box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42isom', 'latin1'));
  const mdat = box('mdat', many(AAC_SILENCE, samples, 1000));
  const entry = box(
    'mp4a',
    Buffer.alloc(6),
    Buffer.from([0, 1]),
    Buffer.alloc(8),
    Buffer.from([0, 1, 0, 16]),
    u32(0, 16_000 << 16),
    box('esds', u32(0), esds()),
  );
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stts', u32(0, 1, samples, 1024)),
    box('stsc', u32(0, 1, 1, samples, 1)),
    box('stsz', u32(0, AAC_SILENCE.length, count ?? samples)),
    box('stco', u32(0, 1, start ?? ftyp.length + 8)),
  );
  const hdlr = box('hdlr', u32(0, 0), Buffer.from(handler), u32(0, 0, 0, 0));
  const mdia = box('mdia', box('mdhd', u32(0, 0, 0, 16_000, samples * 1024, 0)), hdlr, box('minf', stbl));
  return Buffer.concat([ftyp, mdat, box('moov', box('mvhd', Buffer.alloc(100)), box('trak', mdia), more)]);
}

function esds(): Buffer {
  const config = Buffer.from([0x05, 2, (2 << 3) | (AAC_16K >> 1), ((AAC_16K & 1) << 7) | (1 << 3)]);
  const decoder = Buffer.concat([Buffer.from([0x04, 13 + config.length, 0x40, 0x15]), Buffer.alloc(11), config]);
  return Buffer.concat([Buffer.from([0x03, 3 + decoder.length, 0, 1, 0]), decoder]);
}

/** Opus in Ogg, as Firefox writes it; `packets` are those of a recording. */
export function ogg(packets: readonly Buffer[], comment: string): Buffer {
  const head = Buffer.concat([
    Buffer.from('OpusHead\x01\x01', 'latin1'),
    Buffer.from([0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]),
  ]);
  const said = Buffer.from(comment);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(said.length);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]), length, said]);
  return Buffer.concat([head, tags, ...packets].map(page));
}

function page(packet: Buffer, sequence: number): Buffer {
  const sizes = [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(sizes.length, 26);
  return Buffer.concat([head, Buffer.from(sizes), packet]);
}
