/** New ids: ULIDs from the system's chance and clock. */
import { randomBytes } from 'node:crypto';
import { ulid } from '@sevengrid/shared/kernel/ulid';

/** One id; `at` (milliseconds) places it in time, for seeds. */
export const newId = (at: number = Date.now()): string => ulid(at, randomBytes(16));
