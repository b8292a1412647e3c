/** The trace id of the request or job being worked on, known to everything it calls. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '../database/new-id';

const CURRENT = new AsyncLocalStorage<string>();

/** The trace id of what is under way; a new one outside any. */
export const currentTrace = (): string => CURRENT.getStore() ?? newId();

/** Everything `work` does, and calls, has this trace id. */
export const traced = <T>(traceId: string, work: () => T): T => CURRENT.run(traceId, work);
