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

interface FileCall {
  filePath: string;
  success: (result: { data: ArrayBuffer }) => void;
  fail?: (error: Error) => void;
}

const temporary = new Map<string, ArrayBuffer>();

/** A photo as the camera leaves it among WeChat's temporary files. */
export function takeWithCamera(bytes: Uint8Array): { source: string; size: number } {
  const source = `wxfile://tmp/${temporary.size}`;
  temporary.set(source, new Uint8Array(bytes).buffer);
  return { source, size: bytes.length };
}

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
    accessSync: () => undefined,
    writeFile: ({ filePath, data, success }: FileCall & { data: ArrayBuffer }) => {
      files.set(filePath, data);
      success({ data });
    },
    saveFile: ({ filePath, tempFilePath, success, fail }: FileCall & { tempFilePath: string }) => {
      const taken = temporary.get(tempFilePath);
      if (full || !taken) return fail?.(new Error('no room'));
      files.set(filePath, taken);
      success({ data: taken });
    },
    readFile: ({ filePath, position, length, success, fail }: FileCall & { position: number; length: number }) => {
      const kept = files.get(filePath);
      if (!kept) return fail?.(new Error('no such file'));
      success({ data: kept.slice(position, position + length) });
    },
    unlink: ({ filePath, success }: FileCall) => {
      files.delete(filePath);
      success({ data: new ArrayBuffer(0) });
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
