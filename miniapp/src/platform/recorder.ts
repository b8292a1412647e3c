/** Recording a voice in WeChat: MP3, which every phone plays. */
import Taro from '@tarojs/taro';
import { MOST_SECONDS } from '@sevengrid/shared/media/terms';
import type { Taken } from './local-files';

export interface Recorded extends Taken {
  seconds: number;
}

export interface Recording {
  /** Resolves once it has ended: by `stop`, or after a minute; null when it was thrown away or failed. */
  ended: Promise<Recorded | null>;
  stop: () => void;
  cancel: () => void;
}

export const canRecord = (): boolean => true;

/** WeChat asks for the microphone once; who refused finds it in WeChat's settings only. Called by a tap; answers whether it is allowed. */
export const allowInSettings: (() => Promise<boolean>) | undefined = async () => {
  const settings = await Taro.openSetting().catch(() => undefined);
  return settings?.authSetting['scope.record'] === true;
};

/** Pairs of rates that WeChat accepts; small, and clear enough for speech. */
const HOW = {
  duration: MOST_SECONDS * 1000,
  sampleRate: 16000,
  numberOfChannels: 1,
  encodeBitRate: 48000,
  format: 'mp3',
} as const;

let heard: ((recorded: Recorded | null) => void) | undefined;
/** What WeChat hands over next was thrown away; it must not pass for the recording begun after it. */
let dropped = false;
let manager: Taro.RecorderManager | undefined;

function theManager(): Taro.RecorderManager {
  if (manager) return manager;
  manager = Taro.getRecorderManager();
  manager.onStop(({ tempFilePath, duration, fileSize }) => {
    if (!dropped) heard?.({ source: tempFilePath, size: fileSize, seconds: Math.max(1, Math.round(duration / 1000)) });
    dropped = false;
  });
  manager.onError(() => {
    dropped = false;
    heard?.(null);
  });
  return manager;
}

/** Begins at once. @throws when the person did not allow the microphone */
export async function record(): Promise<Recording> {
  await Taro.authorize({ scope: 'scope.record' });
  const recorder = theManager();
  const ended = new Promise<Recorded | null>((done) => (heard = done));
  recorder.start(HOW);
  const stop = (): void => recorder.stop();
  const cancel = (): void => {
    dropped = true;
    heard?.(null);
    stop();
  };
  return { ended, stop, cancel };
}
