/** Titles of the pages by which a community is set up, in Tibetan; a draft for a native reader. */
import type { SameKeys } from '..';
import type { setup as zh } from '../zh/setup';

export const setup: SameKeys<typeof zh> = {
  'home.title': 'སྡེ་ཁུལ་སྒྲིག་འགོད།',
  'community.title': 'གྲོང་ཁྱེར། ཁྲོམ་གཞུང། སྡེ་ཁུལ།',
  'grids.title': 'དྲ་མིག་སྒྲིག་འགོད།',
  'accounts.title': 'ཐོ་ཁོངས།',
  'stations.title': 'ཞབས་ཞུ་ས་ཚིགས་སྒྲིག་འགོད།',
  'partners.title': 'མཉམ་ལས་ཚན་པ།',
  'categories.title': 'རེ་ཞུའི་རིགས།',
  'roles.title': 'འགན་ཁུར་དབང་ཚད།',
  'retention.title': 'ཉར་ཡུན།',
};
