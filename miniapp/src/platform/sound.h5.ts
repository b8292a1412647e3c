/** Playing a voice in a browser. */
import { formatOf } from './sound-format';

export interface Playing {
  stop: () => void;
}

export interface Heard {
  /** It came to its end, or was stopped. */
  onEnd: () => void;
  /** This phone cannot play it. */
  onFail: () => void;
}

export function play(address: string, { onEnd, onFail }: Heard): Playing {
  const sound = new Audio(address);
  let over = false;
  const end = (tell: () => void): void => {
    if (over) return;
    over = true;
    sound.pause();
    tell();
  };
  sound.onended = () => end(onEnd);
  sound.onerror = () => end(onFail);
  sound.play().catch(() => end(onFail));
  return { stop: () => end(onEnd) };
}

/** An address from which bytes can be played, as long as this page is open. */
export const soundAddress = (bytes: ArrayBuffer): Promise<string> =>
  Promise.resolve(URL.createObjectURL(new Blob([bytes], { type: formatOf(bytes).type })));
