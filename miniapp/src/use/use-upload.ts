/** Handing a file's bytes in: one key for one file, so that a second try after a lost answer has one effect. */
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BytesRoute, InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { callWithBytes } from '../api/call';
import { asFault, type ApiFault } from '../api/fault';
import { newId } from '../platform/random';

export interface Uploading<S extends BytesRoute> {
  /** Taps while busy are ignored. */
  run: (input: InputOf<S>, bytes: ArrayBuffer) => Promise<void>;
  busy: boolean;
  fault: ApiFault | undefined;
  clear: () => void;
}

/** `const upload = useUpload(importRoutes.upload, { then: open })`, then `upload.run({ query }, bytes)`. */
export function useUpload<S extends BytesRoute>(
  route: S,
  { then }: { then: (reply: ReplyOf<S>) => void },
): Uploading<S> {
  const client = useQueryClient();
  const intent = useRef<{ key: string; bytes: ArrayBuffer } | null>(null);
  const [state, setState] = useState<{ busy: boolean; fault?: ApiFault }>({ busy: false });
  const run = async (input: InputOf<S>, bytes: ArrayBuffer): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    if (intent.current?.bytes !== bytes) intent.current = { key: newId(), bytes };
    try {
      const reply = await callWithBytes(route, input, bytes, { key: intent.current.key });
      intent.current = null;
      const domain = `${route.name.split('.')[0] ?? ''}.`;
      void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(domain) });
      setState({ busy: false });
      then(reply);
    } catch (error) {
      setState({ busy: false, fault: asFault(error) });
    }
  };
  return { run, busy: state.busy, fault: state.fault, clear: () => setState({ busy: false }) };
}
