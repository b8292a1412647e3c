/** What I signed up for and what became of it, newest first. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { MyActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { go } from '../../../platform/navigate';
import { Box, Button, Card, Chip, Empty, ListRow, Listed } from '../../../ui';
import { useClock, useInfinite, useTexts } from '../../../use';
import { MyPlace, StageOfActivity } from './activity-chip';
import { spanWords } from './times';

const OVER: readonly MyActivityView['stage'][] = ['confirming', 'public_notice', 'settled'];

/** My own part in it before how it stands as a whole. */
function MyPart({ of: { signUp, attendance, stage } }: { of: MyActivityView }) {
  const { t } = useTexts();
  if (attendance) return <Chip tone="calm">{t(`volunteering.standing.${attendance.standing}`)}</Chip>;
  if (signUp.state === 'cancelled') return <Chip tone="quiet">{t('volunteering.signUps.cancelled')}</Chip>;
  if (OVER.includes(stage)) return <Chip tone="quiet">{t('volunteering.signUps.missed')}</Chip>;
  return stage === 'cancelled' || stage === 'running' ? <StageOfActivity stage={stage} /> : <MyPlace of={signUp} />;
}

export function MySignUps() {
  const { t, say } = useTexts();
  const now = useClock();
  const read = useInfinite(activityRoutes.mine, { query: {} });
  const find = (
    <Button icon="search" onPress={() => go('volunteering/activities', { list: 'open' })}>
      {t('volunteering.signUps.find')}
    </Button>
  );
  return (
    <Listed
      of={read}
      empty={<Empty title={t('volunteering.signUps.none')} hint={t('volunteering.signUps.none.hint')} action={find} />}
    >
      {(items) => (
        <Card>
          {items.map((one) => (
            <ListRow
              key={one.activityId}
              title={say(one.title)}
              note={
                <>
                  <Box>{spanWords(t, one, now)}</Box>
                  <Box>{say(one.place)}</Box>
                </>
              }
              meta={<MyPart of={one} />}
              onPress={() => go('volunteering/activity', { id: one.activityId })}
            />
          ))}
        </Card>
      )}
    </Listed>
  );
}
