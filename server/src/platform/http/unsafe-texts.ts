/** Finds in what was sent the texts that no database keeps as they are, and nesting that no request class has. */
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';

const DEEPEST = 12;
/** U+0000, and halves of surrogate pairs: the one ends strings, the other has no UTF-8. */
const UNSAFE = /\u0000|\p{Surrogate}/u;

// class-validator looks names up in plain objects, where these are always found.
const inherited = (name: string): boolean => name in Object.prototype;

/** One problem for each unsafe text or field name. */
export function unsafeTexts(value: unknown, path: string, depth = 0): FieldProblem[] {
  if (typeof value === 'string') return UNSAFE.test(value) ? [{ field: path, rules: ['wellFormed'] }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEEPEST) return [{ field: path, rules: ['tooDeep'] }];
  return Object.entries(value).flatMap(([name, of]) => {
    if (UNSAFE.test(name)) return [{ field: path, rules: ['wellFormed'] }];
    const field = `${path}.${name.slice(0, 60)}`;
    return inherited(name) ? [{ field, rules: ['whitelistValidation'] }] : unsafeTexts(of, field, depth + 1);
  });
}
