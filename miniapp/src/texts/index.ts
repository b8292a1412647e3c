/** All words of the app, by language and domain. Chinese is complete by definition; Tibetan must have the same keys. */
import * as bo from './bo';
import * as zh from './zh';
import type { activities } from './zh/apart/activities';
import type { activity } from './zh/apart/activity';
import type { cards } from './zh/apart/cards';
import type { counter } from './zh/apart/counter';
import type { filing } from './zh/apart/filing';
import type { grids } from './zh/apart/grids';
import type { imports } from './zh/apart/imports';
import type { leading } from './zh/apart/leading';
import type { login } from './zh/apart/login';
import type { lost } from './zh/apart/lost';
import type { media } from './zh/apart/media';
import type { notice } from './zh/apart/notice';
import type { office } from './zh/apart/office';
import type { origin } from './zh/apart/origin';
import type { partner } from './zh/apart/partner';
import type { planning } from './zh/apart/planning';
import type { points } from './zh/apart/points';
import type { presence } from './zh/apart/presence';
import type { printing } from './zh/apart/printing';
import type { retention } from './zh/apart/retention';
import type { rewards } from './zh/apart/rewards';
import type { rights } from './zh/apart/rights';
import type { rules } from './zh/apart/rules';
import type { service } from './zh/apart/service';
import type { setup } from './zh/apart/setup';
import type { steps } from './zh/apart/steps';
import type { ticket } from './zh/apart/ticket';
import type { units } from './zh/apart/units';

type Domains = typeof zh;

/** Words which only sub-packages say travel in those: see `apart/`. */
type Apart = typeof activities &
  typeof activity &
  typeof cards &
  typeof counter &
  typeof filing &
  typeof grids &
  typeof imports &
  typeof leading &
  typeof login &
  typeof lost &
  typeof media &
  typeof notice &
  typeof office &
  typeof origin &
  typeof partner &
  typeof planning &
  typeof points &
  typeof presence &
  typeof printing &
  typeof retention &
  typeof rewards &
  typeof rights &
  typeof rules &
  typeof service &
  typeof setup &
  typeof steps &
  typeof ticket &
  typeof units;

/** `tickets.open.title`: the domain, then the key within it. */
export type TextKey =
  { [D in keyof Domains]: `${D & string}.${keyof Domains[D] & string}` }[keyof Domains] | keyof Apart;

/** The same keys, other words. An empty string means: not yet translated, Chinese is shown and marked so. */
export type SameKeys<T> = Record<keyof T, string>;

const flat = (domains: Record<string, Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(domains).flatMap(([domain, words]) =>
      Object.entries(words).map(([key, words]) => [`${domain}.${key}`, words]),
    ),
  );

export const TEXTS: Record<'zh' | 'bo', Record<string, string>> = { zh: flat(zh), bo: flat(bo) };

/** Adds the words a sub-package brought along; their keys are whole ones already. */
export function carry<T extends Record<string, string>>(inZh: T, inBo: SameKeys<T>): void {
  Object.assign(TEXTS.zh, inZh);
  Object.assign(TEXTS.bo, inBo);
}
