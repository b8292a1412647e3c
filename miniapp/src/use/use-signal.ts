/** Lets a component follow a signal. */
import { useSyncExternalStore } from 'react';
import type { Signal } from '../platform/signal';

export const useSignal = <T>(source: Signal<T>): T => useSyncExternalStore(source.subscribe, source.get, source.get);
