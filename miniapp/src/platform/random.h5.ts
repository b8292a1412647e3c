/** Random ids in a browser. */
import { ulid } from '@sevengrid/shared/kernel/ulid';

/** Browsers answer at once, so there is nothing to stock. */
export function stockRandomness(): void {}

/** A fresh ULID: the key of an intent. */
export const newId = (): string => ulid(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
