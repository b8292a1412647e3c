/** Moving the keyboard's focus is a browser's business; a phone has none to move, but a page to scroll. */
import Taro from '@tarojs/taro';
import { dialogs } from './dialogs';

export function focusOn(_id: string): void {}

/** Brings an element into view. */
export function showElement(_id: string): void {}

/** The page from its top, where its content has become another. */
export function showTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** Takes the focus away from whatever is typed into. */
export function blurAll(): void {}

/** Room above the field for our own bar and the field's label. */
const BELOW_BAR = -140;

/** Brings the first field marked as wrong into view; a dialog is short enough to show its own. */
export function showFirstWrong(): void {
  if (dialogs.get() > 0) return;
  // WeChat lays out the marks after the drawing was handed over.
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: '.is-wrong', offsetTop: BELOW_BAR, duration: 200 }).catch(() => undefined);
  });
}
