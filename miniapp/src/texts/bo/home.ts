/** Words of home, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { home as zh } from '../zh/home';

export const home: SameKeys<typeof zh> = {
  title: 'གཙོ་ངོས།',
  'ask.title': 'དཀའ་ངལ་བྱུང་ན་སྡེ་ཁུལ་ལ་འཚོལ།',
  'ask.open': 'ང་ཚོར་བརྗོད་འདོད།',
};
