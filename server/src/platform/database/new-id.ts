/** New ids: ULIDs from the system's chance and clock. */
import { randomFillSync } from 'node:crypto';
import { ulid } from '@sevengrid/shared/kernel/ulid';

const CHANCE = 16;
/** Chance for many ids at once: to ask the system for it costs more than all else about an id. */
const drawn = Buffer.alloc(CHANCE * 256);
let used = drawn.length;

/** One id; `at` (milliseconds) places it in time, for seeds. */
export function newId(at: number = Date.now()): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return ulid(at, drawn.subarray(used, (used += CHANCE)));
}
