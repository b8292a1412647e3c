/** Doing something on the server: one key per intent, so that a double tap or a retry has one effect. */
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf, JsonRoute, ReplyOf, Route } from '@sevengrid/shared/kernel/route';
import { call } from '../api/call';
import { asFault, type ApiFault } from '../api/fault';
import { newId } from '../platform/random';
import { mediaArrived, withMedia } from './with-media';

export interface DoOptions<S extends JsonRoute> {
  /** After it is done and the lists named in `refresh` were marked old. */
  then?: (reply: ReplyOf<S>) => void;
  /** Routes whose cached replies are old now; all of the same domain when left out. */
  refresh?: readonly Route[];
}

export interface Doing<S extends JsonRoute> {
  /** Resolves with the reply, or undefined when it was refused (see `fault`). Taps while busy are ignored. */
  run: (input: InputOf<S>) => Promise<ReplyOf<S> | undefined>;
  busy: boolean;
  fault: ApiFault | undefined;
  done: ReplyOf<S> | undefined;
  /** Forgets the fault and the result. */
  clear: () => void;
}

/** `const accept = useDo(ticketRoutes.accept, { then: back })`, then `accept.run({ params, body })`. */
export function useDo<S extends JsonRoute>(route: S, options: DoOptions<S> = {}): Doing<S> {
  const client = useQueryClient();
  const intent = useRef<{ key: string; input: string } | null>(null);
  const running = useRef(false);
  const mutation = useMutation({
    mutationFn: async (input: InputOf<S>) => {
      const written = JSON.stringify(input);
      // The same words again after a lost answer are the same intent; changed words are a new one.
      if (intent.current?.input !== written) intent.current = { key: newId(), input: written };
      const { key } = intent.current;
      const reply = await call(route, await withMedia(input), { key });
      mediaArrived(input);
      return reply;
    },
    onSuccess: (reply) => {
      intent.current = null;
      const names = options.refresh?.map(({ name }) => name);
      const domain = `${route.name.split('.')[0] ?? ''}.`;
      const isOld = (name: string): boolean => (names ? names.includes(name) : name.startsWith(domain));
      void client.invalidateQueries({ predicate: ({ queryKey }) => isOld(String(queryKey[0])) });
      options.then?.(reply);
    },
  });
  const run = async (input: InputOf<S>): Promise<ReplyOf<S> | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    try {
      return await mutation.mutateAsync(input);
    } catch {
      return undefined;
    } finally {
      running.current = false;
    }
  };
  return {
    run,
    busy: mutation.isPending,
    fault: mutation.error ? asFault(mutation.error) : undefined,
    done: mutation.data,
    clear: mutation.reset,
  };
}
