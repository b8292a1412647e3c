/** Minutes of service as people say them: 3 小时 20 分; never days, since nobody serves by the day. */
import type { Translate } from '../../../use';

export function servedText(t: Translate, minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return t('app.time.minutes', { m });
  return m === 0 ? t('app.time.hours', { h }) : t('app.time.hoursMinutes', { h, m });
}
