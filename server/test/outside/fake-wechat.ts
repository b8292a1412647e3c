/** A loopback stand-in for WeChat's jscode2session that answers as the real one does, oddities included. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Codes: `code:<openid>` works once and then is 40029; `code:blocked` 40226, `code:often` 45011, `code:busy` -1,
 * `code:busy-twice` -1 two times and then works, `code:silent` never answers, `code:nonsense` answers no JSON.
 */
export class FakeWechat {
  readonly calls: string[] = [];
  private readonly used = new Set<string>();
  private busy = 0;
  private readonly server = createServer((request, response) => this.answer(request, response));

  static async start(): Promise<FakeWechat> {
    const fake = new FakeWechat();
    await new Promise<void>((ready) => fake.server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    const code = url.searchParams.get('js_code') ?? '';
    this.calls.push(code);
    if (code === 'code:silent') return;
    // The real one answers JSON as text/plain.
    response.setHeader('Content-Type', 'text/plain');
    response.end(code === 'code:nonsense' ? '<html>' : JSON.stringify(this.sessionOf(url, code)));
  }

  private sessionOf(url: URL, code: string): object {
    const error = (errcode: number, errmsg: string): object => ({
      errcode,
      errmsg: `${errmsg} rid: 6237ddd3-7cd33838`,
    });
    if (url.pathname !== '/sns/jscode2session') return error(-1, 'system error');
    if (!url.searchParams.get('appid')) return error(41002, 'appid missing');
    if (!url.searchParams.get('secret')) return error(41004, 'appsecret missing');
    if (code === '') return error(41008, 'missing code');
    if (code === 'code:blocked') return error(40226, 'code blocked');
    if (code === 'code:often') return error(45011, 'api minute-quota reach limit');
    if (code === 'code:busy' || (code === 'code:busy-twice' && ++this.busy <= 2)) return error(-1, 'system error');
    if (!code.startsWith('code:') || this.used.has(code)) return error(40029, 'invalid code');
    this.used.add(code);
    // A success has no errcode.
    return { session_key: 'c2Vzc2lvbiBrZXkgb2YgYQ==', openid: code.slice('code:'.length) };
  }
}
