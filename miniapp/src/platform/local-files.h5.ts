/** Files that a browser keeps until they are sent: in its database, so that a reload loses none; in memory where it keeps nothing. */

export interface Taken {
  source: unknown;
  /** Bytes. */
  size: number;
}

const STORE = 'files';
const inMemory = new Map<string, Blob>();
const addresses = new Map<string, string>();

let opening: Promise<IDBDatabase | null> | undefined;

/** Null in private windows of some browsers. */
function database(): Promise<IDBDatabase | null> {
  opening ??= new Promise((opened) => {
    try {
      const asked = indexedDB.open('sg-media', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => opened(asked.result);
      asked.onerror = () => opened(null);
    } catch {
      opened(null);
    }
  });
  return opening;
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await database();
  return new Promise<T>((done, failed) => {
    if (!open) return failed(new Error('nothing is kept here'));
    const asked = ask(open.transaction(STORE, mode).objectStore(STORE));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error ?? new Error('nothing is kept here'));
  });
}

async function found(name: string): Promise<Blob> {
  const known = inMemory.get(name);
  if (known) return known;
  const kept = await inStore<unknown>('readonly', (store) => store.get(name));
  if (!(kept instanceof Blob)) throw new Error('the file is gone');
  return kept;
}

/** In memory too, for browsers that keep nothing. */
export async function keepLocal(name: string, { source }: Taken): Promise<void> {
  const blob = source as Blob;
  inMemory.set(name, blob);
  await inStore('readwrite', (store) => store.put(blob, name)).catch(() => undefined);
}

/** `length` bytes from `from` on. @throws when the file is gone */
export async function readLocal(name: string, from: number, length: number): Promise<ArrayBuffer> {
  const part = (await found(name)).slice(from, from + length);
  return new Response(part).arrayBuffer();
}

/** Where it can be shown or played from, as long as this page is open. */
export async function localAddress(name: string): Promise<string> {
  const known = addresses.get(name);
  if (known !== undefined) return known;
  const address = URL.createObjectURL(await found(name));
  addresses.set(name, address);
  return address;
}

/** What is gone already needs no word. */
export async function dropLocal(name: string): Promise<void> {
  const address = addresses.get(name);
  if (address !== undefined) URL.revokeObjectURL(address);
  addresses.delete(name);
  inMemory.delete(name);
  await inStore('readwrite', (store) => store.delete(name)).catch(() => undefined);
}
