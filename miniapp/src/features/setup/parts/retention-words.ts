/** Times of keeping as people say them. */
import { fullWhenText, type Words } from '../../../use';

const DAY = 24;
const YEAR = 365 * DAY;

/** `3 年`, `30 天`, `24 小时`. */
export function keptText({ t }: Words, hours: number): string {
  if (hours % YEAR === 0) return t('setup.kept.years', { n: hours / YEAR });
  return hours > DAY ? t('setup.kept.days', { n: hours / DAY }) : t('setup.kept.hours', { n: hours });
}

/** When it was last seen to that nothing older is there. */
export const agoText = ({ t }: Words, at: string | null, now: number): string =>
  at === null ? t('setup.kept.ran.never') : t('setup.kept.ran', { when: fullWhenText(t, Date.parse(at), now) });
