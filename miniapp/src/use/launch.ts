/** Ties the layers together once, before the first page opens. */
import { callAs } from '../api/call';
import { watchHands } from '../platform/hands';
import { watchNetwork } from '../platform/network';
import { stockRandomness } from '../platform/random';
import { language } from '../state/preferences';
import { lose, session } from '../state/session';
import { followLastReplies } from './last-replies';
import { followAttention, followNetwork } from './query-client';
import { keepSending } from './use-outbox';

export function launch(): void {
  stockRandomness();
  watchNetwork();
  followNetwork();
  watchHands();
  followAttention();
  followLastReplies();
  callAs({ token: () => session.get()?.token ?? null, language: () => language.get(), sessionLost: lose });
  keepSending();
}
