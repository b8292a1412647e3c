/** Checks a form against the very class the server checks it against, before anything is sent. */
import { validateSync, type ValidationError } from 'class-validator';
import { partsOf } from '@sevengrid/shared/kernel/fields';
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';
import type { RequestClass } from '@sevengrid/shared/kernel/route';

function instanceOf(type: RequestClass, values: object): object {
  const made = Object.assign(new type(), values) as Record<string, unknown>;
  for (const [field, of] of partsOf(type)) {
    const part = made[field];
    if (Array.isArray(part)) made[field] = part.map((one: object) => instanceOf(of, one));
    else if (typeof part === 'object' && part !== null) made[field] = instanceOf(of, part);
  }
  return made;
}

const flatten = (errors: ValidationError[], above: string): FieldProblem[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...(constraints ? [{ field: above + property, rules: Object.keys(constraints) }] : []),
    ...flatten(children ?? [], `${above}${property}.`),
  ]);

/** Broken rules per field, as the server would name them (`body.phone`); empty when all is well. */
export const problemsIn = (type: RequestClass, values: object, above = 'body.'): FieldProblem[] =>
  flatten(validateSync(instanceOf(type, values), { forbidUnknownValues: false }), above);
