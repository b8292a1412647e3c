/** That I was there: from when to when, what became of it, and what it earned. */
import type { MyAttendanceView } from '@sevengrid/shared/volunteering/activities.views';
import { Card, Chip, Facts, Heading, Row, type Fact } from '../../../ui';
import { spanText, useClock, useTexts, whenText } from '../../../use';

const MINUTE = 60_000;

export function MyAttendance({ of }: { of: MyAttendanceView }) {
  const { t } = useTexts();
  const now = useClock();
  const { inAt, outAt, standing, minutes, points, cappedPoints } = of;
  const items: Fact[] = [
    { label: t('volunteering.attended.in'), value: whenText(t, Date.parse(inAt), now) },
    {
      label: t('volunteering.attended.out'),
      value: outAt ? whenText(t, Date.parse(outAt), now) : t('volunteering.attended.none'),
    },
  ];
  if (minutes !== null) items.push({ label: t('volunteering.attended.minutes'), value: spanText(t, minutes * MINUTE) });
  if (points !== null) {
    const value = cappedPoints
      ? t('volunteering.attended.capped', { n: points, capped: cappedPoints })
      : String(points);
    items.push({ label: t('volunteering.attended.points'), value });
  }
  return (
    <Card>
      <Row gap={2} wrap>
        <Heading level={3} className="grow">
          {t('volunteering.attended')}
        </Heading>
        <Chip tone={standing === 'refused' || standing === 'taken_back' ? 'quiet' : 'calm'}>
          {t(`volunteering.standing.${standing}`)}
        </Chip>
      </Row>
      <Facts items={items} />
    </Card>
  );
}
