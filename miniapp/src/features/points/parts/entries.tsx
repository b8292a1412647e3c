/** Every point or minute with its reason, the newest first, a page at a time. */
import { useState } from 'react';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import type { PointEntryView } from '@sevengrid/shared/points/views';
import { go } from '../../../platform/navigate';
import { Button, Card, Empty, ListRow, Loaded, Strong } from '../../../ui';
import { spanText, useClock, useRoute, useTexts, whenText } from '../../../use';
import './points.scss';

export type Counted = 'points' | 'minutes';

const MINUTE = 60_000;

function EntryRow({ of, entry }: { of: Counted; entry: PointEntryView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const { kind, reason, delta, balanceAfter, at } = entry;
  const isMinutes = of === 'minutes';
  const amount = isMinutes ? spanText(t, Math.abs(delta) * MINUTE) : Math.abs(delta);
  const name = t(`points.kind.${kind}`);
  const when = whenText(t, Date.parse(at), now);
  const rest = isMinutes ? undefined : t('points.after', { n: balanceAfter });
  return (
    <ListRow
      title={reason.title ? say(reason.title) : name}
      note={[reason.title && name, when, rest].filter(Boolean).join(' · ')}
      after={
        <Strong className={`points-delta ${delta > 0 ? 'is-more' : ''}`}>{`${delta > 0 ? '+' : '−'}${amount}`}</Strong>
      }
      onPress={reason.type === 'redemption' ? () => go('rewards/code', { id: reason.id }) : undefined}
    />
  );
}

/** From `cursor` on; what is older is read when it is asked for. */
export function Entries({ of, cursor }: { of: Counted; cursor?: string }) {
  const { t } = useTexts();
  const [goesOn, goOn] = useState(false);
  const read = useRoute(pointRoutes.mine, { query: { of, cursor } });
  return (
    <Loaded of={read} rows={3}>
      {({ entries, nextCursor }) => (
        <>
          {entries.length > 0 && (
            <Card>
              {entries.map((entry) => (
                <EntryRow key={entry.id} of={of} entry={entry} />
              ))}
            </Card>
          )}
          {entries.length === 0 && !cursor && (
            <Empty title={t(of === 'points' ? 'points.none' : 'points.none.minutes')} hint={t('points.none.hint')} />
          )}
          {nextCursor && goesOn && <Entries of={of} cursor={nextCursor} />}
          {nextCursor && !goesOn && (
            <Button kind="secondary" onPress={() => goOn(true)}>
              {t('points.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
