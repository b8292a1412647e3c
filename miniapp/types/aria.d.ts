/** Accessibility properties that WeChat's components take and Taro's types leave out. */
import '@tarojs/components';

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaLive?: 'polite' | 'assertive';
    ariaHidden?: boolean;
    ariaModal?: boolean;
    ariaDisabled?: boolean;
    ariaBusy?: boolean;
    ariaSelected?: boolean;
    ariaChecked?: boolean;
    ariaExpanded?: boolean;
    ariaRequired?: boolean;
  }
}
