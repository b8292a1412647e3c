/** A list that is put up for everybody: masked names, units, minutes and points; objections, and the giving of points. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import type { ListNoticeView, NoticeLineView } from '@sevengrid/shared/volunteering/awards.views';
import {
  Box,
  Button,
  Card,
  Chip,
  Empty,
  Heading,
  ListRow,
  Loaded,
  Muted,
  Notice,
  Page,
  Row,
  Strong,
} from '../../../ui';
import { fullWhenText, spanText, useClock, useQueryOf, useRoute, useTexts, whenText } from '../../../use';
import { ObjectSheet } from '../parts/object-sheet';
import { Objections } from '../parts/objections';
import { SettleVerb } from '../parts/settle-verb';
import '../../../texts/apart/notice';

const MINUTE = 60_000;

function Line({ of }: { of: NoticeLineView }) {
  const { t, say } = useTexts();
  const { minutes, points, cappedPoints, unit } = of;
  const span = spanText(t, minutes * MINUTE);
  return (
    <ListRow
      title={of.displayName}
      note={
        <>
          {unit && <Box>{say(unit)}</Box>}
          <Box>
            {cappedPoints > 0
              ? t('volunteering.notice.line.capped', { span, n: points, capped: cappedPoints })
              : t('volunteering.notice.line', { span, n: points })}
          </Box>
        </>
      }
      meta={of.mine && <Chip>{t('volunteering.notice.mine')}</Chip>}
    />
  );
}

function List({ of }: { of: ListNoticeView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const { openObjections, lines } = of;
  return (
    <>
      <Card tone="tint">
        <Heading>{say(of.title)}</Heading>
        <Muted>{fullWhenText(t, Date.parse(of.startsAt), now)}</Muted>
        <Strong>
          {of.stage === 'settled'
            ? t('volunteering.notice.settled')
            : t('volunteering.notice.until', { when: whenText(t, Date.parse(of.until), now) })}
        </Strong>
      </Card>
      {openObjections > 0 && <Notice tone="warn">{t('volunteering.notice.open', { n: openObjections })}</Notice>}
      {of.stage !== 'settled' && <Muted>{t('volunteering.notice.lead')}</Muted>}
      {lines.length === 0 ? (
        <Empty title={t('volunteering.notice.none')} />
      ) : (
        <Card>
          {lines.map((line) => (
            <Line key={line.attendanceId} of={line} />
          ))}
        </Card>
      )}
    </>
  );
}

export default function NoticeOfList() {
  const { t } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const read = useRoute(awardRoutes.notice, { params: { id } }, { onShow: true });
  const moves = useRoute(activityRoutes.one, { params: { id } }, { onShow: true }).data?.moves ?? [];
  const [objecting, object] = useState(false);
  const [sent, setSent] = useState(false);
  const now = useClock();
  const { data } = read;
  const isOver = data !== undefined && Date.parse(data.until) <= now;
  const settles = moves.includes('settle') && isOver && data.openObjections === 0;
  const foot = (
    <Row wrap gap={2} className="grow">
      {moves.includes('object') && (
        <Button grow kind="secondary" onPress={() => object(true)}>
          {t('volunteering.object')}
        </Button>
      )}
      {settles && <SettleVerb id={id} />}
    </Row>
  );
  return (
    <Page
      title={t('volunteering.notice.title')}
      onRefresh={read.again}
      footer={data && (settles || moves.includes('object')) && foot}
    >
      {sent && (
        <Notice tone="good" onClose={() => setSent(false)}>
          {t('volunteering.object.done')}
        </Notice>
      )}
      <Loaded of={read} rows={4}>
        {(list) => (
          <>
            <List of={list} />
            <Objections activityId={id} judges={moves.includes('judge')} />
          </>
        )}
      </Loaded>
      {objecting && data && <ObjectSheet of={data} onDone={() => setSent(true)} onClose={() => object(false)} />}
    </Page>
  );
}
