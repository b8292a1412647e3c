/** What an activity is: when, where, how many places, until when one signs up, who leads it, what it earns. */
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { Caption, Card, Facts, Heading, Row, Stack, Words } from '../../../ui';
import { fullWhenText, useClock, useTexts } from '../../../use';
import { MyPlace, StageOfActivity } from './activity-chip';
import { spanWords } from './times';

export function ActivityFacts({ of }: { of: ActivityView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const { capacity, signedUp, waiting, points, organisers, mySignUp } = of;
  const places = { n: signedUp, of: capacity, waiting };
  return (
    <>
      <Card>
        <Stack gap={3}>
          <Row gap={2} wrap>
            <StageOfActivity stage={of.stage} />
            {of.stage !== 'cancelled' && <MyPlace of={mySignUp} />}
          </Row>
          <Heading>{say(of.title)}</Heading>
          <Caption>{say(of.kind.name)}</Caption>
          <Facts
            items={[
              { label: t('volunteering.activity.when'), value: spanWords(t, of, now, true) },
              { label: t('volunteering.activity.where'), value: say(of.place) },
              {
                label: t('volunteering.activity.places'),
                value: t(
                  waiting > 0 ? 'volunteering.activity.places.waiting' : 'volunteering.activity.places.of',
                  places,
                ),
              },
              { label: t('volunteering.activity.until'), value: fullWhenText(t, Date.parse(of.signUpUntil), now) },
              {
                label: t('volunteering.activity.organisers'),
                value: organisers.map(({ displayName }) => displayName).join(' · '),
              },
              { label: t('volunteering.activity.points'), value: t('volunteering.activity.points.of', { n: points }) },
            ]}
          />
        </Stack>
      </Card>
      {of.about && (
        <Card>
          <Heading level={3}>{t('volunteering.activity.about')}</Heading>
          <Words>{say(of.about)}</Words>
        </Card>
      )}
    </>
  );
}
