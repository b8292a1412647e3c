/** One activity in a list: what, when, where, and whether there is a place. */
import type { ActivityRowView } from '@sevengrid/shared/volunteering/activities.views';
import { go } from '../../../platform/navigate';
import { Box, ListRow } from '../../../ui';
import { useClock, useTexts } from '../../../use';
import { ActivityChip } from './activity-chip';
import { spanWords } from './times';

export function ActivityRow({ activity }: { activity: ActivityRowView }) {
  const { t, say } = useTexts();
  const now = useClock();
  return (
    <ListRow
      title={say(activity.title)}
      note={
        <>
          <Box>{spanWords(t, activity, now)}</Box>
          <Box>{say(activity.place)}</Box>
          <Box>{say(activity.kind.name)}</Box>
        </>
      }
      meta={<ActivityChip activity={activity} />}
      onPress={() => go('volunteering/activity', { id: activity.id })}
    />
  );
}
