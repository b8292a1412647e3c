/** Whether an address is the one somebody types part of: spaces are forgiven, and so are other forms of digits. */
import { plainDigits } from '@sevengrid/shared/kernel/digits';

const bare = (text: string): string => plainDigits(text).replace(/\s+/g, '').toLowerCase();

export const matchesDoor = (address: string, typed: string): boolean => bare(address).includes(bare(typed));
