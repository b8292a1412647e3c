/** Words of notices, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { notices as zh } from '../zh/notices';

export const notices: SameKeys<typeof zh> = {
  'inbox.title': 'བརྡ་འཕྲིན།',
};
