/** How `wx` answers: late, by success or fail and then complete, and never once the app was killed. */
import type { Data, WxOptions } from './wx-types';

/** A call of `wx` as the realm offers it. */
export type WxCall = (options?: WxOptions) => void;

export type Answering = (options: WxOptions, work: () => Data | void) => void;

/** Answers for as long as `lives` says so. */
export const answering =
  (lives: () => boolean): Answering =>
  (options, work) =>
    queueMicrotask(() => {
      if (!lives()) return;
      let result: Data;
      try {
        result = { errMsg: 'ok', ...work() };
        options.success?.(result);
      } catch (error) {
        result = { errMsg: `fail ${(error as Error).message}` };
        options.fail?.(result);
      }
      options.complete?.(result);
    });
