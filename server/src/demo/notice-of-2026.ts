/** Days off and make-up workdays of 2026 as the demo has them; a real community's staff enter them from the official notices. */
import type { DayRow } from '../tickets/working-calendars';

const DAY = 86_400_000;

function days(from: string, to: string, kind: DayRow['kind'], name: string): DayRow[] {
  const list: DayRow[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY)
    list.push({ day: new Date(at).toISOString().slice(0, 10), kind, name });
  return list;
}

/** The new year of the Tibetan and of the farmers' calendar fall together; for it a Saturday before and one after are worked. */
export const NOTICE_OF_2026: readonly DayRow[] = [
  ...days('2026-01-01', '2026-01-03', 'off', '元旦'),
  ...days('2026-01-04', '2026-01-04', 'work', '元旦调休'),
  ...days('2026-02-14', '2026-02-14', 'work', '藏历新年、春节调休'),
  ...days('2026-02-15', '2026-02-26', 'off', '藏历新年、春节'),
  ...days('2026-02-28', '2026-02-28', 'work', '藏历新年、春节调休'),
  ...days('2026-04-04', '2026-04-06', 'off', '清明节'),
  ...days('2026-05-01', '2026-05-05', 'off', '劳动节'),
  ...days('2026-05-09', '2026-05-09', 'work', '劳动节调休'),
  ...days('2026-06-19', '2026-06-21', 'off', '端午节'),
  ...days('2026-09-20', '2026-09-20', 'work', '国庆节调休'),
  ...days('2026-09-25', '2026-09-27', 'off', '中秋节'),
  ...days('2026-10-01', '2026-10-07', 'off', '国庆节'),
  ...days('2026-10-10', '2026-10-10', 'work', '国庆节调休'),
];
