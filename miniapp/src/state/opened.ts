/** The answer to what was filed last: number, worker, date and code are there again after a reload of the page. */
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { draftOf, saveDraft } from './drafts';

const NAME = 'tickets.opened';

interface Answered {
  /** Of the intent. */
  key: string;
  opened: OpenedTicketView;
}

/** Kept as long as a draft is, for whoever filed it. */
export const keepOpened = (key: string, opened: OpenedTicketView): boolean =>
  saveDraft(NAME, { key, opened } satisfies Answered);

/** What was answered to the intent `key`, if it was this person's last. */
export function openedBy(key: string): OpenedTicketView | undefined {
  const last = draftOf<Answered>(NAME);
  return last?.key === key ? last.opened : undefined;
}
