/** One activity: when, where, whether there is a place, and the one thing that I can do with it now. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityAction } from '@sevengrid/shared/volunteering/activity-flow';
import { Loaded, Notice, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { ActivityFacts } from '../parts/activity-facts';
import { LeadingCard, NoticeRow } from '../parts/leading-card';
import { MyAttendance } from '../parts/my-attendance';
import { PlanVerbs } from '../parts/plan-verbs';
import { SignUpVerbs, type SignedUp } from '../parts/sign-up-verbs';
import '../../../texts/apart/activities';
import '../../../texts/apart/activity';
import '../../../texts/apart/leading';
import '../../../texts/apart/planning';
import '../../../texts/apart/presence';

/** What stands at the foot for whoever serves. */
const VERBS: readonly ActivityAction[] = ['sign_up', 'leave', 'check_in', 'check_out'];

export default function Activity() {
  const { t } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const read = useRoute(activityRoutes.one, { params: { id } }, { onShow: true });
  const [said, say] = useState<SignedUp | 'left'>();
  const { data } = read;
  const verbs = data?.moves.some((move) => VERBS.includes(move));
  return (
    <Page
      title={t('volunteering.activity.title')}
      onRefresh={read.again}
      footer={verbs && data && <SignUpVerbs of={data} onDone={say} />}
    >
      <Loaded of={read} rows={3}>
        {(activity) => (
          <>
            {activity.stage === 'cancelled' && <Notice tone="warn">{t('volunteering.cancelled.lead')}</Notice>}
            {said && (
              <Notice tone="good" onClose={() => say(undefined)}>
                {t(said === 'left' ? 'volunteering.leave.done' : `volunteering.signUp.${said}`)}
              </Notice>
            )}
            <ActivityFacts of={activity} />
            {activity.myAttendance && <MyAttendance of={activity.myAttendance} />}
            <LeadingCard of={activity} />
            <NoticeRow of={activity} />
            <PlanVerbs of={activity} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
