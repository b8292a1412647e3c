/** Fetching a file of the server and giving it to the person, with what went wrong. */
import { useState } from 'react';
import type { FileRoute, InputOf } from '@sevengrid/shared/kernel/route';
import { download } from '../api/download';
import { asFault, type ApiFault } from '../api/fault';

export interface Downloading<S extends FileRoute> {
  run: (input: InputOf<S>) => Promise<void>;
  busy: boolean;
  fault: ApiFault | undefined;
  /** True once it was given, false when the phone could not show it. */
  given: boolean | undefined;
  clear: () => void;
}

interface State {
  busy: boolean;
  fault?: ApiFault;
  given?: boolean;
}

/** `const sheet = useDownload(printingRoutes.sheet, { then: again })`; taps while busy are ignored. */
export function useDownload<S extends FileRoute>(route: S, options: { then?: () => void } = {}): Downloading<S> {
  const [state, setState] = useState<State>({ busy: false });
  const run = async (input: InputOf<S>): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    try {
      const given = await download(route, input);
      setState({ busy: false, given });
      options.then?.();
    } catch (error) {
      setState({ busy: false, fault: asFault(error) });
    }
  };
  const { busy, fault, given } = state;
  return { run, busy, fault, given, clear: () => setState({ busy: false }) };
}
