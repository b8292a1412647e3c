/** Room that the phone takes for itself: status bar above, WeChat's capsule to the right of the navigation bar. */
import Taro from '@tarojs/taro';

export interface SafeArea {
  /** px of the status bar */
  top: number;
  /** px that the capsule needs on the right, its margin included; 0 in a browser */
  right: number;
  /** px; the least height of the navigation bar, so that its title stands beside the capsule */
  bar: number;
}

let known: SafeArea | undefined;

export function safeArea(): SafeArea {
  if (known) return known;
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const gap = Math.max(capsule.top - statusBarHeight, 4);
  known = { top: statusBarHeight, right: windowWidth - capsule.left + 8, bar: capsule.height + gap * 2 };
  return known;
}
