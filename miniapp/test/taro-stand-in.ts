/** WeChat's storage, network and requests as unit tests need them: in memory, answered by the test. */

export interface SeenRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: unknown;
  responseType?: string;
}

export interface Answer {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}

export const stored = new Map<string, unknown>();
export const seen: SeenRequest[] = [];
/** The phone's files, by path. */
export const files = new Map<string, ArrayBuffer>();
/** Documents that WeChat's viewer was asked to open. */
export const opened: string[] = [];

let respond: (request: SeenRequest) => Promise<Answer> = () => Promise.reject(new Error('no network'));

/** What the next requests are answered with; a rejection is a dead network. */
export const answerWith = (next: (request: SeenRequest) => Promise<Answer>): void => void (respond = next);

let full = false;
export const fillUp = (is: boolean): void => void (full = is);

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const Taro = {
  getStorageSync: (key: string): unknown => (stored.has(key) ? copy(stored.get(key)) : ''),
  setStorageSync: (key: string, value: unknown): void => {
    if (full) throw new Error('storage is full');
    stored.set(key, copy(value));
  },
  removeStorageSync: (key: string): void => void stored.delete(key),
  getRandomValues: ({ length, success }: { length: number; success: (r: { randomValues: ArrayBuffer }) => void }) =>
    success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({
    writeFile: ({ filePath, data, success }: { filePath: string; data: ArrayBuffer; success: () => void }) => {
      files.set(filePath, data);
      success();
    },
  }),
  openDocument: ({ filePath }: { filePath: string }): Promise<void> => {
    opened.push(filePath);
    return Promise.resolve();
  },
  request: (request: SeenRequest): Promise<Answer> => {
    seen.push(request);
    return respond(request);
  },
};

export default Taro;
