/** Playing a voice in WeChat, which plays files only. */
import Taro from '@tarojs/taro';
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

/** From an address of this phone. */
export function play(address: string, { onEnd, onFail }: Heard): Playing {
  const sound = Taro.createInnerAudioContext();
  sound.obeyMuteSwitch = false;
  let over = false;
  const end = (tell: () => void): void => {
    if (over) return;
    over = true;
    sound.destroy();
    tell();
  };
  sound.onEnded(() => end(onEnd));
  sound.onStop(() => end(onEnd));
  sound.onError(() => end(onFail));
  sound.src = address;
  sound.play();
  return { stop: () => sound.stop() };
}

let heard = 0;

/** An address from which bytes can be played; of a few that take turns, so that they do not pile up. */
export function soundAddress(bytes: ArrayBuffer): Promise<string> {
  heard = (heard + 1) % 4;
  const filePath = `${Taro.env.USER_DATA_PATH}/heard-${heard}.${formatOf(bytes).ending}`;
  return new Promise((done, failed) =>
    Taro.getFileSystemManager().writeFile({ filePath, data: bytes, success: () => done(filePath), fail: failed }),
  );
}
