/** A browser has no WeChat log-in. */

export const inWechat = false;

export const wechatCode = (): Promise<string | null> => Promise.resolve(null);
