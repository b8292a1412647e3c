/** What phones record is kept frame by frame and measured by its frames; tags, pictures and places are gone. */
import { Fault } from '../../src/platform/http/fail';
import { readOgg } from '../../src/media/voice/ogg-pages';
import { readWebm } from '../../src/media/voice/webm-elements';
import { cleanVoice } from '../../src/media/voices';
import { aac, box, chromiumMp4, chromiumWebm, id3, id3v1, m4a, mp3, ogg } from './sounds';

const PICTURE = Buffer.from('\xff\xd8\xff\xe0 a picture of somebody \xff\xd9', 'latin1');
const CANARIES = ['a picture of somebody', 'Lhasa, at home', 'chromium', 'Chrome', 'Lavf', 'ENCODER', 'Xing'];
const place = box('udta', box('\xa9xyz', Buffer.from('Lhasa, at home')));
const opusPackets = () => readWebm(chromiumWebm()).packets;

function codeOf(bytes: Buffer): string | null {
  try {
    cleanVoice(bytes);
    return null;
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

/** The first frame of LAME: silence with a table in it. */
function withTable(sound: Buffer): Buffer {
  const first = Buffer.from(sound.subarray(0, 216));
  first.write('Xing', 4 + 9, 'latin1');
  return Buffer.concat([first, sound]);
}

describe('what is kept', () => {
  it.each<[string, Buffer, number]>([
    ['MP3', mp3(3), 3],
    [
      'MP3 with tags and a picture',
      Buffer.concat([id3(PICTURE, 'Lhasa, at home'), mp3(3), id3v1('Lhasa, at home')]),
      3,
    ],
    ['MP3 with a table', withTable(mp3(3)), 3],
    ['MP3 cut off in the middle', mp3(3).subarray(0, -100), 3],
    ['AAC', aac(3), 3],
    ['AAC with a tag before', Buffer.concat([id3(PICTURE, 'Lhasa, at home'), aac(3)]), 3],
    ['M4A', m4a(3), 3],
    ['M4A with a place', m4a(3, { more: place }), 3],
    ['WebM of Chromium', chromiumWebm(), 2],
    ['MP4 of Chromium', chromiumMp4(), 2],
    ['Ogg of Firefox', ogg(opusPackets(), 'ENCODER=somebody, Lhasa, at home'), 2],
    ['MP3 of 60 seconds', mp3(60), 60],
    ['AAC a little over', aac(61), 61],
  ])('%s', (_, bytes, seconds) => {
    const voice = cleanVoice(bytes);
    expect(voice.millis / 1000).toBeGreaterThan(seconds - 0.3);
    expect(voice.millis / 1000).toBeLessThan(seconds + 0.3);
    const text = voice.bytes.toString('latin1');
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
    // What is kept is itself a voice, and cleaning it changes nothing.
    expect(cleanVoice(voice.bytes).bytes.equals(voice.bytes)).toBe(true);
  });

  it('is the very sound: each packet of Opus in its order', () => {
    const before = opusPackets();
    const after = readWebm(cleanVoice(ogg(before, '')).bytes).packets;
    expect(after.length).toBeGreaterThan(20);
    expect(after.every((packet, i) => packet.equals(before[i] ?? Buffer.alloc(0)))).toBe(true);
    expect(readOgg(ogg(before, '')).packets).toHaveLength(before.length);
  });

  it('is what was recorded, bit for bit, where it is kept frame by frame', () => {
    expect(cleanVoice(Buffer.concat([id3(PICTURE, 'x'), mp3(1)])).bytes.equals(mp3(1))).toBe(true);
    expect(cleanVoice(m4a(1)).bytes.equals(aac(1.024))).toBe(true);
  });
});

describe('what is refused', () => {
  it.each<[string, Buffer, string]>([
    ['a minute and two seconds of MP3', mp3(62), 'VOICE_TOO_LONG'],
    ['ten minutes of AAC', aac(600), 'VOICE_TOO_LONG'],
    ['two minutes of M4A', m4a(120), 'VOICE_TOO_LONG'],
    ['Opus of two minutes', ogg(Array.from({ length: 80 }, opusPackets).flat(), ''), 'VOICE_TOO_LONG'],
    ['a film', m4a(3, { handler: 'vide' }), 'MEDIA_KIND_UNKNOWN'],
    ['a track beside the sound', m4a(3, { more: box('trak', Buffer.alloc(8)) }), 'MEDIA_KIND_UNKNOWN'],
    ['tables that promise four thousand million samples', m4a(3, { count: 0xffffffff }), 'MEDIA_DAMAGED'],
    ['tables that lead out of the file', m4a(3, { start: 1_000_000 }), 'MEDIA_DAMAGED'],
    ['a blink', mp3(0.1), 'MEDIA_DAMAGED'],
    ['one frame', mp3(0.036), 'MEDIA_DAMAGED'],
    ['a photo', PICTURE, 'MEDIA_KIND_UNKNOWN'],
    ['words', Buffer.from('<html><script>alert(1)</script>'), 'MEDIA_KIND_UNKNOWN'],
    ['one byte', Buffer.from([0xff]), 'MEDIA_KIND_UNKNOWN'],
    ['WAV', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'MEDIA_KIND_UNKNOWN'],
    ['Ogg without Opus', ogg([], '').fill('v', 28, 40), 'MEDIA_KIND_UNKNOWN'],
    ['WebM without sound', chromiumWebm().subarray(0, 100), 'MEDIA_KIND_UNKNOWN'],
    ['nothing but a tag', id3(PICTURE, 'x'), 'MEDIA_KIND_UNKNOWN'],
  ])('%s', (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  it('never ends otherwise, whatever byte is changed or wherever a file is cut', () => {
    const files = [
      Buffer.concat([id3(PICTURE, 'x'), mp3(0.5)]),
      aac(0.5),
      m4a(0.5, { more: place }),
      chromiumWebm(),
      chromiumMp4(),
      ogg(opusPackets().slice(0, 20), 'x'),
    ];
    const codes = new Set<string | null>();
    for (const file of files) {
      for (let at = 0; at < Math.min(file.length, 700); at++) {
        for (const value of [0, 0xff, (file[at] ?? 0) ^ 0x80]) {
          const changed = Buffer.from(file);
          changed[at] = value;
          codes.add(codeOf(changed));
        }
        codes.add(codeOf(file.subarray(0, at)));
      }
    }
    const allowed = [null, 'MEDIA_DAMAGED', 'MEDIA_KIND_UNKNOWN', 'VOICE_TOO_LONG'];
    expect([...codes].filter((code) => !allowed.includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(2);
  });
});
