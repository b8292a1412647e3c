/** Titles of the pages of volunteering, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { volunteering as zh } from '../zh/volunteering';

export const volunteering: SameKeys<typeof zh> = {
  'activities.title': 'དང་བླངས་བྱེད་སྒོ།',
  'activity.title': 'བྱེད་སྒོ།',
  'service.title': 'ངའི་ཞབས་ཞུ།',
  'plan.title': 'བྱེད་སྒོ་འཛུགས་པ།',
  'scan.title': 'སླེབས་ཐོ།',
  'code.title': 'སླེབས་ཐོའི་ཨང་རྟགས།',
  'board.title': 'སླེབས་མཁན།',
  'call.title': 'མིང་འབོད།',
  'notice.title': 'མིང་ཐོ་སྤྱི་བསྒྲགས།',
};
