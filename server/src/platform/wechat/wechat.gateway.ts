/** The one door to WeChat's servers: the code of wx.login for an openid. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { fail } from '../http/fail';

export interface WechatSession {
  openid: string;
  unionid?: string;
}

interface Answer {
  errcode?: unknown;
  openid?: unknown;
  unionid?: unknown;
}

const WITHIN = 5000;
const TRIES = 3;
const BUSY = -1;
const CODE_INVALID = new Set([40029, 41008]);
const TOO_MANY = new Set([45009, 45011]);
const BLOCKED = 40226;

/** Thrown to the log only: numbers of WeChat, no code and no secret. */
class WechatError extends Error {
  constructor(readonly code: string) {
    super(`WeChat answered ${code}`);
  }
}

@Injectable()
export class WechatGateway {
  constructor(private readonly config: Config) {}

  /** `session_key` never leaves this method. @throws WECHAT_CODE_INVALID, WECHAT_REFUSED, TOO_OFTEN or PART_DOWN. */
  async codeToSession(code: string): Promise<WechatSession> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.ask(code);
      // A success has no errcode at all, whatever the documents say.
      const errcode = answer.errcode === undefined ? 0 : Number(answer.errcode);
      if (errcode === 0) return this.sessionOf(answer);
      if (errcode !== BUSY || attempt === TRIES) return this.refuse(errcode);
      await pause(100 * 2 ** attempt);
    }
  }

  private sessionOf({ openid, unionid }: Answer): WechatSession {
    if (typeof openid !== 'string' || openid === '') return fail('PART_DOWN', {}, new WechatError('without openid'));
    return typeof unionid === 'string' ? { openid, unionid } : { openid };
  }

  private refuse(errcode: number): never {
    if (CODE_INVALID.has(errcode)) fail('WECHAT_CODE_INVALID');
    if (TOO_MANY.has(errcode)) fail('TOO_OFTEN', { retryAfter: 60 });
    if (errcode === BLOCKED) fail('WECHAT_REFUSED');
    fail('PART_DOWN', { retryAfter: 30 }, new WechatError(String(errcode)));
  }

  private async ask(code: string): Promise<Answer> {
    const { wechatApiBase, wechatAppId, wechatAppSecret } = this.config;
    if (!wechatAppId || !wechatAppSecret) return fail('PART_DOWN', {}, new WechatError('no WECHAT_APP_ID is set'));
    const query = new URLSearchParams({
      appid: wechatAppId,
      secret: wechatAppSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    try {
      const reply = await fetch(`${wechatApiBase}/sns/jscode2session?${query.toString()}`, {
        signal: AbortSignal.timeout(WITHIN),
        redirect: 'error',
      });
      // JSON comes as text/plain at times, so the body decides.
      const parsed: unknown = JSON.parse(await reply.text());
      return typeof parsed === 'object' && parsed !== null ? parsed : {};
    } catch {
      // The error of fetch may quote the address, and with it the secret.
      return fail('PART_DOWN', { retryAfter: 30 }, new WechatError('no answer'));
    }
  }
}
