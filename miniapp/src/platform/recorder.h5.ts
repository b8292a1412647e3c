/** Recording a voice in a browser, in the first of its formats that most phones play. */
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

const FORMATS = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;

const format = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : FORMATS.find((type) => MediaRecorder.isTypeSupported(type));

/** Browsers give the microphone to https pages only. */
export const canRecord = (): boolean =>
  (navigator.mediaDevices as MediaDevices | undefined) !== undefined && format() !== undefined;

/** A browser opens its settings for nobody. */
export const allowInSettings: (() => Promise<boolean>) | undefined = undefined;

function startedOn(stream: MediaStream): Recording {
  const recorder = new MediaRecorder(stream, { mimeType: format(), audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  const since = Date.now();
  let dropped = false;
  const stop = (): void => void (recorder.state !== 'inactive' && recorder.stop());
  const timer = setTimeout(stop, MOST_SECONDS * 1000);
  const ended = new Promise<Recorded | null>((done) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onerror = () => done(null);
    recorder.onstop = () => {
      clearTimeout(timer);
      stream.getTracks().forEach((track) => track.stop());
      const source = new Blob(parts, { type: recorder.mimeType });
      const seconds = Math.min(MOST_SECONDS, Math.max(1, Math.round((Date.now() - since) / 1000)));
      done(dropped || source.size === 0 ? null : { source, size: source.size, seconds });
    };
  });
  recorder.start(1_000);
  const cancel = (): void => {
    dropped = true;
    stop();
  };
  return { ended, stop, cancel };
}

/** Begins at once. @throws when the person did not allow the microphone */
export const record = async (): Promise<Recording> =>
  startedOn(await navigator.mediaDevices.getUserMedia({ audio: true }));
