/** What my shop gave today: the sums, and each of them with the way to take it back. */
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { CapturedView } from '@sevengrid/shared/rewards/redemptions.views';
import { Card, Chip, Empty, Facts, ListRow, Listed, Loaded, Page } from '../../../ui';
import { useClock, useInfinite, useMe, useMoreAtBottom, useRoute, useTexts, whenText } from '../../../use';
import { UndoGiving } from '../parts/undo-giving';
import { yuanText } from '../parts/yuan';
import '../../../texts/apart/counter';

function GivenRow({ of }: { of: CapturedView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const { name, cost, capturedAt, undoneAt, undoUntil } = of;
  const points = cost > 0 ? t('counter.points', { n: cost }) : t('counter.free');
  const mayUndo = !undoneAt && now < Date.parse(undoUntil);
  return (
    <ListRow
      title={say(of.title)}
      note={[name, points, whenText(t, Date.parse(capturedAt), now)].join(' · ')}
      after={undoneAt ? <Chip tone="quiet">{t('counter.undone.chip')}</Chip> : mayUndo && <UndoGiving of={of} />}
    />
  );
}

export default function Today() {
  const { t } = useTexts();
  const { may } = useMe();
  const when = { when: may('redemption.verify') };
  const sums = useRoute(redemptionRoutes.today, { query: { limit: 1 } }, when);
  const list = useInfinite(redemptionRoutes.today, { query: {} }, when);
  useMoreAtBottom(list);
  return (
    <Page title={t('rewards.today.title')} onRefresh={() => Promise.all([sums.again(), list.again()])}>
      <Loaded of={sums} rows={1}>
        {({ count, points, valueFen }) => (
          <Card>
            <Facts
              items={[
                { label: t('counter.today.count'), value: count },
                { label: t('counter.today.points'), value: points },
                { label: t('counter.today.value'), value: yuanText(valueFen) },
              ]}
            />
          </Card>
        )}
      </Loaded>
      <Listed of={list} rows={3} empty={<Empty title={t('counter.today.none')} hint={t('counter.today.none.hint')} />}>
        {(items) => (
          <Card>
            {items.map((of) => (
              <GivenRow key={of.id} of={of} />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  );
}
