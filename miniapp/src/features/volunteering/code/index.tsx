/** The organiser's screen: the code that changes every 15 seconds, to come by or to leave by. */
import { useEffect, useState } from 'react';
import { CODE_SHOWN_MS, POINTS_OF_CODE, type CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { stayAwake } from '../../../platform/awake';
import { go } from '../../../platform/navigate';
import { Button, Empty, FaultState, FilterChips, Page, Row, Skeleton } from '../../../ui';
import { useQueryOf, useRoute, useTexts, whenText } from '../../../use';
import { CodeScreen } from '../parts/code-screen';
import { useEvery } from '../parts/use-every';
import { useRotatingCode } from '../parts/use-rotating-code';
import '../../../texts/apart/leading';

const COUNTED_AGAIN = 5_000;

export default function Code() {
  const { t, say } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const [point, setPoint] = useState<CodePoint>('in');
  const activity = useRoute(activityRoutes.one, { params: { id } }).data;
  const { read, shown, now } = useRotatingCode(id, point);
  const board = useRoute(presenceRoutes.board, { params: { id } }, { onShow: true });
  useEvery(COUNTED_AGAIN, board.again);
  useEffect(stayAwake, []);
  const early = read.fault?.code === 'CHECK_IN_TOO_EARLY' && activity;
  const opens = activity ? Date.parse(activity.startsAt) - CODE_SHOWN_MS : 0;
  return (
    <Page title={activity ? say(activity.title) : t('volunteering.code.title')}>
      <FilterChips
        label={t('volunteering.code.point')}
        options={POINTS_OF_CODE.map((value) => ({ value, label: t(`volunteering.code.${value}`) }))}
        value={point}
        onChange={setPoint}
      />
      {shown ? (
        <CodeScreen point={point} shown={shown} now={now} board={board.data} />
      ) : early ? (
        <Empty
          title={t('volunteering.code.early')}
          hint={t('volunteering.code.early.hint', { when: whenText(t, opens, now) })}
        />
      ) : read.data ? (
        <Empty title={t('volunteering.code.stopped')} hint={t('volunteering.code.stopped.hint')} />
      ) : read.fault ? (
        <FaultState fault={read.fault} again={read.again} />
      ) : (
        <Skeleton rows={1} />
      )}
      <Row wrap gap={2}>
        <Button grow kind="secondary" icon="people" onPress={() => go('volunteering/board', { id })}>
          {t('volunteering.leading.board')}
        </Button>
        <Button grow kind="secondary" icon="list" onPress={() => go('volunteering/call', { id })}>
          {t('volunteering.leading.call')}
        </Button>
      </Row>
    </Page>
  );
}
