/** A fault: a code with an HTTP status and a sentence per language, answered as problem+json. */
import type { Bilingual } from './texts';

export type FaultStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

export interface FaultSpec {
  status: FaultStatus;
  /** What happened and what to do now, for the person in front of the screen. */
  says: Bilingual;
}

/** Keeps the codes as literal types. */
export const faults = <const T extends Record<string, FaultSpec>>(table: T): T => table;

/** The body of every answer that is not a success (RFC 9457, `application/problem+json`). */
export interface ProblemView {
  type: string;
  title: string;
  /** HTTP status. */
  status: number;
  /** The only thing a client may switch on. */
  code: string;
  /** The sentence in the language asked for. */
  detail: string;
  traceId: string;
  /** Per field: the path (`body.phone`) and the rules it broke. */
  fields?: FieldProblem[];
  /** Numbers by which the caller can go on, such as the bytes that have arrived. */
  facts?: Record<string, number>;
}

export interface FieldProblem {
  field: string;
  /** class-validator constraint names, such as `isMobilePhone` or `maxLength`. */
  rules: string[];
}
