/** What lies on this phone of somebody: whose it becomes when a guest comes back by the same card, and when it goes. */
import { forget, keep, keptUnder } from '../platform/storage';
import { passAttachmentsOn, sweepAttachments } from './attachments';
import { passDraftsOn, sweepDrafts } from './drafts';
import { outbox, passIntentsOn, refused, sweepOutbox, waiting } from './outbox';
import { NOBODY, end, owner } from './session';

/** Called once at launch. */
export function sweep(): void {
  sweepDrafts();
  sweepOutbox();
  sweepAttachments();
}

/** Remembers by which card a guest came; what an earlier guest by the same card had begun here is theirs. */
export function guestOfCard(guestId: string): void {
  const card = keptUnder('card');
  if (!card || card.guestId === guestId) return;
  if (card.guestId !== undefined) {
    passDraftsOn(card.guestId, guestId);
    passIntentsOn(card.guestId, guestId);
    passAttachmentsOn(card.guestId, guestId);
  }
  keep('card', { ...card, guestId });
}

/** The card that was scanned last; whose it was is known once the guest is, unless it is the same card still. */
export function keepCard(token: string): void {
  const known = keptUnder('card');
  keep('card', { ...(known?.token === token ? known : {}), token, openedAt: Date.now() });
}

/** How many things of this person's were written here and never reached the community. */
export const unsent = (): number => waiting(outbox.get()).length + refused(outbox.get()).length;

/** Log-out: nothing that was theirs stays on a phone that the next person may hold. */
export function forgetPerson(): void {
  const whose = owner();
  passDraftsOn(whose);
  passDraftsOn(NOBODY);
  passIntentsOn(whose);
  passAttachmentsOn(whose);
  passAttachmentsOn(NOBODY);
  forget('card');
  forget('followCodes');
  end();
}
