/** Words of identity, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { identity as zh } from '../zh/identity';

export const identity: SameKeys<typeof zh> = {
  'me.title': 'ངའི།',
  'login.title': 'ནང་འཛུལ།',
  'password.title': 'གསང་ཨང་བཟོ་བཅོས།',
};
