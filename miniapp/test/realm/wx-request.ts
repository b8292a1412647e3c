/** `wx.request` over the machine's own network to the real server, and a network that can be taken away. */
import type { Answering } from './wx-answer';
import type { Data, WxOptions } from './wx-types';

/** The address that was built in, the only one the mini-program's console would list. */
export const BUILT_FOR = process.env.API_BASE ?? 'http://127.0.0.1:3000';

export interface RequestOptions extends WxOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
}

type Listener = (status: Data) => void;

/** The phone's network. */
export class Network {
  up = true;
  /** The server hears what is sent, and its answer never comes. */
  deaf = false;
  /** How many questions are out. */
  flying = 0;
  /** Every address that was asked for, with its method. */
  readonly asked: string[] = [];
  private readonly listeners = new Set<Listener>();

  get type(): string {
    return this.up ? 'wifi' : 'none';
  }

  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  unlisten(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Nobody listens any more: the app was killed. */
  forget(): void {
    this.listeners.clear();
  }

  turns(up: boolean): void {
    this.up = up;
    this.listeners.forEach((listener) => listener({ isConnected: up, networkType: this.type }));
  }
}

async function read(reply: Response): Promise<Data> {
  const text = await reply.text();
  const isJson = /json/.test(reply.headers.get('content-type') ?? '') && text !== '';
  const data = isJson ? (JSON.parse(text) as unknown) : text;
  return { statusCode: reply.status, header: Object.fromEntries(reply.headers), data };
}

/** The server under test stands in for the one whose address was built in. */
async function send({ url, method = 'GET', header: headers, data }: RequestOptions, network: Network): Promise<Data> {
  if (!url.startsWith(`${BUILT_FOR}/`)) throw new Error(`url not in domain list: ${url}`);
  if (!network.up) throw new Error('no network');
  const asked = url.slice(BUILT_FOR.length);
  network.asked.push(`${method} ${asked}`);
  network.flying += 1;
  try {
    const body = method === 'GET' || data === undefined ? undefined : JSON.stringify(data);
    return await read(await fetch((process.env.BASE_URL ?? '') + asked, { method, headers, body }));
  } finally {
    network.flying -= 1;
  }
}

const never = new Promise<never>(() => undefined);

export const requesting =
  (network: Network, answer: Answering, complain: (words: string) => void) =>
  (options: RequestOptions): Data => {
    const heard = send(options, network).then((reply) => (network.deaf ? never : reply));
    void heard.then(
      (reply) => answer(options, () => reply),
      (error: Error) => {
        if (network.up) complain(`wx.request: ${error.message}`);
        answer(options, () => {
          throw error;
        });
      },
    );
    return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  };
