/** Ties the layers together once, before the first page opens. */
import { callAs } from '../api/ask';
import { watchHands } from '../platform/hands';
import { watchNetwork } from '../platform/network';
import { stockRandomness } from '../platform/random';
import { language } from '../state/preferences';
import { sweep } from '../state/phone';
import { lose, session } from '../state/session';
import { followLastReplies } from './last-replies';
import { followAttention, followNetwork, queryClient } from './query-client';
import { followMe } from './use-me';
import { keepUploading } from './keep-uploading';
import { keepSending } from './use-outbox';

/** Nobody is logged in any more, so nothing that was read as them stays in memory. */
function sessionLost(token: string): void {
  lose(token);
  if (!session.get()) queryClient.clear();
}

export function launch(): void {
  stockRandomness();
  sweep();
  watchNetwork();
  followNetwork();
  watchHands();
  followAttention();
  followMe();
  followLastReplies();
  callAs({ token: () => session.get()?.token ?? null, language: () => language.get(), sessionLost });
  keepUploading();
  keepSending();
}
