/** Words of tickets, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { tickets as zh } from '../zh/tickets';

export const tickets: SameKeys<typeof zh> = {
  'mine.title': 'ངའི་དོན།',
  'open.title': 'ང་ཚོར་བརྗོད་འདོད།',
  'detail.title': 'ངས་བརྗོད་པའི་དོན།',
  'act.title': 'སྒྲུབ་པ།',
  'queue.title': 'ལས་ཀའི་སྟེགས།',
  'desk.title': 'སྡེ་ཁུལ་ལས་ཀའི་སྟེགས།',
};
