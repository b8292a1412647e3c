/** Words of grids, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { grids as zh } from '../zh/grids';

export const grids: SameKeys<typeof zh> = {
  'grid.title': 'ངའི་དྲ་མིག',
  'household.title': 'ཁྱིམ་ཚང་།',
  'served.title': 'ངས་འབྲེལ་བའི་ཁྱིམ་ཚང་།',
  'bindings.title': 'ཁྱིམ་ཚང་གཏན་འཁེལ།',
  'imports.title': 'རེའུ་མིག་ནང་འདྲེན།',
  'import.title': 'ནང་འདྲེན་འདི།',
  'leave.title': 'དགོངས་ཞུ་དང་ཚབ་བྱེད།',
};
