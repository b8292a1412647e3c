/** The part of `wx` that a person sees or is asked: toasts, dialogs, the camera, the dialler, the clipboard. */
import type { Answering, WxCall } from '../realm/wx-answer';
import type { Data, WxOptions } from '../realm/wx-types';
import type { GlassScreen } from './screen';
import type { Question } from './shell/question';

/** What surrounds the app on this phone. */
export interface Surroundings {
  screen: GlassScreen;
  /** What the camera would read; null where the person turns back. */
  camera: string | null;
  clipboard: string;
  /** Numbers that were called. */
  dialled: string[];
}

const words = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);

/** WeChat's own times for a toast. */
const TOAST = 1_500;
const UNTIL_HIDDEN = 60_000;

/** A modal's answers, the way out last. */
const modal = (options: WxOptions): Question => ({
  shape: 'box',
  title: words(options.title),
  words: words(options.content),
  answers: [words(options.confirmText, '确定')],
  ...(options.showCancel === false ? {} : { cancel: words(options.cancelText, '取消') }),
});

export function drawnApi(around: Surroundings, answer: Answering): Data {
  const { screen } = around;
  const late =
    (work: (options: WxOptions) => Data | void): WxCall =>
    (options = {}) =>
      answer(options, () => work(options));
  /** Answered once the person has; turning away fails where WeChat says so. */
  const asking =
    (question: (options: WxOptions) => Question, result: (chosen: string | null, options: WxOptions) => Data): WxCall =>
    (options = {}) =>
      void screen.ask(question(options)).then(
        (chosen) => answer(options, () => result(chosen, options)),
        () => undefined,
      );
  const cancelled = (): never => {
    throw new Error('cancel');
  };
  return {
    showToast: late(({ title, duration = TOAST }) => screen.toast(words(title), Number(duration))),
    hideToast: late(() => screen.toast('', 0)),
    showLoading: late(({ title }) => screen.toast(words(title), UNTIL_HIDDEN)),
    hideLoading: late(() => screen.toast('', 0)),
    showModal: asking(modal, (chosen) => ({ confirm: chosen !== null, cancel: chosen === null })),
    showActionSheet: asking(
      ({ itemList }) => ({ shape: 'list', answers: itemList as string[], cancel: '取消' }),
      (chosen, { itemList }) => (chosen === null ? cancelled() : { tapIndex: (itemList as string[]).indexOf(chosen) }),
    ),
    makePhoneCall: asking(
      ({ phoneNumber }) => ({ shape: 'list', answers: [`呼叫 ${words(phoneNumber)}`], cancel: '取消' }),
      (chosen, { phoneNumber }) => {
        if (chosen === null) cancelled();
        around.dialled.push(words(phoneNumber));
        return {};
      },
    ),
    setClipboardData: late(({ data }) => {
      around.clipboard = words(data);
      screen.toast('内容已复制', TOAST);
    }),
    scanCode: late(() => (around.camera === null ? cancelled() : { result: around.camera, scanType: 'QR_CODE' })),
    login: late(() => ({ code: 'code-of-this-phone' })),
    pageScrollTo: late((options) =>
      screen.scroll(words(options.selector), Number(options.offsetTop ?? 0), options.scrollTop),
    ),
  };
}
