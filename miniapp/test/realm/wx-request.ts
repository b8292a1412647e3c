/** `wx.request` over the machine's own network to the real server, and a network that can be taken away. */
import { isAnyArrayBuffer } from 'node:util/types';
import type { Answering } from './wx-answer';
import type { Data, OwnBytes, WxOptions } from './wx-types';

/** The address that was built in, the only one the mini-program's console would list. */
export const BUILT_FOR = process.env.API_BASE ?? 'http://127.0.0.1:3000';

export interface RequestOptions extends WxOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  responseType?: 'text' | 'arraybuffer';
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
  /** Bytes of files that were handed to the server. */
  handed = 0;
  /** Bytes of files that still get through before the line breaks. */
  lasts = Infinity;
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

  /** The server under test stands in for the one whose address was built in. @throws while there is no network */
  async fetch(url: string, how: RequestInit = {}): Promise<Response> {
    if (!url.startsWith(`${BUILT_FOR}/`)) throw new Error(`url not in domain list: ${url}`);
    if (!this.up) throw new Error('no network');
    const asked = url.slice(BUILT_FOR.length);
    this.asked.push(`${how.method ?? 'GET'} ${asked}`);
    if (how.body instanceof Uint8Array) this.hand(how.body);
    this.flying += 1;
    try {
      return await fetch((process.env.BASE_URL ?? '') + asked, how);
    } finally {
      this.flying -= 1;
    }
  }

  /** @throws when the line breaks under them */
  private hand(bytes: Uint8Array): void {
    if (bytes.length > this.lasts) {
      this.lasts = Infinity;
      this.turns(false);
      throw new Error('the line broke');
    }
    this.lasts -= bytes.length;
    this.handed += bytes.length;
  }
}

async function read(reply: Response, wantsBytes: boolean, own: OwnBytes): Promise<Data> {
  const told = { statusCode: reply.status, header: Object.fromEntries(reply.headers) };
  if (wantsBytes) return { ...told, data: own(new Uint8Array(await reply.arrayBuffer())) };
  const text = await reply.text();
  const isJson = /json/.test(reply.headers.get('content-type') ?? '') && text !== '';
  return { ...told, data: isJson ? (JSON.parse(text) as unknown) : text };
}

async function send(options: RequestOptions, network: Network, own: OwnBytes): Promise<Data> {
  const { url, method = 'GET', header: headers, data, responseType } = options;
  const given = isAnyArrayBuffer(data) ? new Uint8Array(data as ArrayBuffer) : JSON.stringify(data);
  const body = method === 'GET' || data === undefined ? undefined : given;
  return read(await network.fetch(url, { method, headers, body }), responseType === 'arraybuffer', own);
}

const never = new Promise<never>(() => undefined);

export const requesting =
  (network: Network, answer: Answering, complain: (words: string) => void, own: OwnBytes) =>
  (options: RequestOptions): Data => {
    const heard = send(options, network, own).then((reply) => (network.deaf ? never : reply));
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
