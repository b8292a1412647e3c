/** Ends a request with a fault of the contract. */
import type { FieldProblem } from '@sevengrid/shared/kernel/fault';
import type { FaultCode } from '@sevengrid/shared/faults';

export interface FaultDetails {
  fields?: FieldProblem[];
  /** Numbers by which the caller can go on. */
  facts?: Readonly<Record<string, number>>;
  /** Seconds after which trying again makes sense; sent as `Retry-After`. */
  retryAfter?: number;
}

export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly details: FaultDetails = {},
    override readonly cause?: unknown,
  ) {
    super(code);
    this.name = 'Fault';
  }
}

/** Throws the fault `code`; its status and sentences are in the shared tables. `cause` goes to the log only. */
export function fail(code: FaultCode, details: FaultDetails = {}, cause?: unknown): never {
  throw new Fault(code, details, cause);
}
