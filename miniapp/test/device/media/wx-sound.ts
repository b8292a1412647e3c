/** Recording and playing as WeChat does: one recorder for the app, after the person allowed it; players of files that end by themselves. */
import type { Answering } from '../../realm/wx-answer';
import type { Data } from '../../realm/wx-types';
import { millisecondsOf, recordingOf } from './mp3';
import type { PhoneFiles } from './phone-files';
import type { Permissions } from './wx-permissions';

type Listener = (told: Data) => void;

/** Tells the app later, if it still runs. */
const telling =
  (answer: Answering, listeners: Map<string, Listener>) =>
  (event: string, told: Data = {}): void => {
    const success = listeners.get(event);
    if (success) answer({ success }, () => told);
  };

const listening = (listeners: Map<string, Listener>, events: string[]): Data =>
  Object.fromEntries(
    events.map((event) => [`on${event}`, (listener: Listener) => void listeners.set(event, listener)]),
  );

/** Bits per second that go with a sample rate. */
const RATES: Record<number, [number, number]> = { 8000: [16_000, 48_000], 16000: [24_000, 96_000] };

interface RecorderOptions {
  duration?: number;
  sampleRate?: number;
  encodeBitRate?: number;
  format?: string;
}

const RECORDER_EVENTS = 'Start Stop Error Pause Resume FrameRecorded InterruptionBegin InterruptionEnd'.split(' ');

export function recorderManager(files: PhoneFiles, permissions: Permissions, answer: Answering): Data {
  const listeners = new Map<string, Listener>();
  const tell = telling(answer, listeners);
  let since: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const fail = (why: string): void => tell('Error', { errMsg: `operateRecorder:fail ${why}` });
  const stop = (): void => {
    if (since === undefined) return fail('recorder not start');
    const duration = Date.now() - since;
    [since] = [undefined, clearTimeout(timer)];
    const bytes = recordingOf(duration);
    tell('Stop', { tempFilePath: files.temporary('mp3', bytes), duration, fileSize: bytes.length });
  };
  const start = (options: RecorderOptions = {}): void => {
    const { duration = 60_000, sampleRate = 8000, encodeBitRate = 48_000, format = 'aac' } = options;
    const [least, most] = RATES[sampleRate] ?? [0, 0];
    if (encodeBitRate < least || encodeBitRate > most) return fail('encodeBitRate does not go with sampleRate');
    if (format !== 'mp3') return fail('the device records MP3 only');
    if (since !== undefined) return fail('is recording or paused');
    if (permissions.of('scope.record') !== true) return fail('auth deny');
    [since, timer] = [Date.now(), setTimeout(stop, duration)];
    timer.unref();
    tell('Start');
  };
  return { start, stop, ...listening(listeners, RECORDER_EVENTS) };
}

const PLAYER_EVENTS = 'Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked'.split(' ');
/** WeChat's own numbers of what went wrong. */
const NO_FILE = 10003;
const NO_FORMAT = 10004;

export function innerAudioContext(files: PhoneFiles, answer: Answering): Data {
  const listeners = new Map<string, Listener>();
  const tell = telling(answer, listeners);
  let timer: NodeJS.Timeout | undefined;
  const player = {
    src: '',
    obeyMuteSwitch: true,
    play: (): void => {
      if (!player.src.startsWith('wxfile:') || !files.has(player.src)) return tell('Error', { errCode: NO_FILE });
      const length = millisecondsOf(files.read(player.src));
      if (length === undefined) return tell('Error', { errCode: NO_FORMAT });
      tell('Play');
      timer = setTimeout(() => tell('Ended'), length);
      timer.unref();
    },
    stop: (): void => {
      clearTimeout(timer);
      tell('Stop');
    },
    destroy: (): void => {
      clearTimeout(timer);
      listeners.clear();
    },
    ...listening(listeners, PLAYER_EVENTS),
  };
  return player;
}
