/** The structured log: one JSON line an event, with the trace id, never with a URL, a body or a person's data. */
import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { newId } from '../database/new-id';
import { Fault } from './fail';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

interface Cause {
  name: string;
  code?: string | number;
  stack?: string[];
}

/** Messages of database errors quote values, so of those only the number and the place in our code are kept. */
function causeOf(error: unknown): Cause {
  if (!(error instanceof Error)) return { name: typeof error };
  const inner = error instanceof Fault && error.cause !== undefined ? error.cause : error;
  const told = inner instanceof Error ? inner : error;
  const { errno, code } = told as { errno?: number; code?: string };
  const places = (told.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: told.name, code: errno ?? code, stack: places.slice(0, 12).map((line) => line.trim()) };
}

/** Lines go out together, at the latest after so many milliseconds, or with the process: a write for each cost more than a statement. */
const WRITTEN_WITHIN = 500;

const gathered = (): DestinationStream =>
  pino.destination({ sync: false, minLength: 4096, periodicFlush: WRITTEN_WITHIN });

@Injectable()
export class Log implements LoggerService {
  private readonly out: Logger;

  constructor(level: string, destination: DestinationStream = gathered()) {
    this.out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  }

  /** One line for one answered request. */
  request(facts: Facts): void {
    this.out.info(facts, 'request');
  }

  info(message: string, facts: Facts = {}): void {
    this.out.info({ traceId: newId(), ...facts }, message);
  }

  /** `facts` has the trace id of what failed, where there is one; it may be Nest's own (stack, context), of which only the context is kept. */
  error(message: unknown, error?: unknown, facts?: unknown): void {
    const told = typeof facts === 'object' && facts !== null ? facts : { context: facts };
    const cause = message instanceof Error ? causeOf(message) : causeOf(error);
    this.out.error({ traceId: newId(), ...told, cause }, message instanceof Error ? message.name : String(message));
  }

  log(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.out.warn({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.out.trace({ context }, String(message));
  }
}
