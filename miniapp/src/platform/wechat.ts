/** WeChat's own log-in: a code, good once, that our server trades for the person. */
import Taro from '@tarojs/taro';

export const inWechat = true;

/** Null when WeChat refuses. */
export const wechatCode = (): Promise<string | null> =>
  Taro.login().then(
    ({ code }) => code || null,
    () => null,
  );
