/** Calling somebody: the one verb that works when all else fails. */
import Taro from '@tarojs/taro';

/** Opens the dialler; the person decides. */
export function dial(number: string): void {
  // Refusing to dial is an answer too, so a rejection needs no word.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
