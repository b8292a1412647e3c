/** Random ids: on the phone the bytes come from `wx.getRandomValues`, asked for ahead of need because it answers late. */
import Taro from '@tarojs/taro';
import { ulid } from '@sevengrid/shared/kernel/ulid';

const ID_BYTES = 16;
const POOL_BYTES = 512;
const pool: number[] = [];

/** Fills the pool; called at launch and whenever it runs low. */
export function stockRandomness(): void {
  void Taro.getRandomValues({
    length: POOL_BYTES,
    success: ({ randomValues }) => pool.push(...new Uint8Array(randomValues)),
  });
}

function takeBytes(): number[] {
  if (pool.length < ID_BYTES * 4) stockRandomness();
  const taken = pool.splice(0, ID_BYTES);
  // Only before the first answer: ids need to differ, they guard nothing, and the server's unique index is the judge.
  while (taken.length < ID_BYTES) taken.push(Math.floor(Math.random() * 256));
  return taken;
}

/** A fresh ULID: the key of an intent. */
export const newId = (): string => ulid(Date.now(), takeBytes());
