/** Every built-in component that the device draws, by its tag in wxml. */
import { BOXES } from './boxes';
import { CHOICES } from './choices';
import { FIELDS } from './fields';
import type { Part } from './part';
import { PICTURES } from './pictures';

export const PARTS: Record<string, Part> = { ...BOXES, ...FIELDS, ...CHOICES, ...PICTURES };
