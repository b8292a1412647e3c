/** My own service: scanning, my own code, the year, and what I signed up for. */
import { useQueryClient } from '@tanstack/react-query';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { go } from '../../../platform/navigate';
import { Button, Heading, NeedLogin, Page, Row } from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { MyCode } from '../parts/my-code';
import { MySignUps } from '../parts/my-sign-ups';
import { MyYear } from '../parts/my-year';
import '../../../texts/apart/activities';
import '../../../texts/apart/activity';
import '../../../texts/apart/presence';
import '../../../texts/apart/service';

const READ_HERE: readonly string[] = [activityRoutes.mine.name, activityRoutes.myYear.name];

export default function Service() {
  const { t } = useTexts();
  const { side, may } = useMe();
  const client = useQueryClient();
  const readAgain = (): Promise<unknown> =>
    client.refetchQueries({ predicate: ({ queryKey }) => READ_HERE.includes(String(queryKey[0])) });
  const isKnown = side !== 'nobody' && side !== 'guest';
  return (
    <Page title={t('volunteering.service.title')} onRefresh={isKnown ? readAgain : undefined}>
      {isKnown ? (
        <>
          {may('activity.join') && (
            <Row wrap gap={2}>
              <Button grow icon="scan" onPress={() => go('volunteering/scan')}>
                {t('volunteering.scan.verb')}
              </Button>
              <MyCode />
            </Row>
          )}
          <MyYear />
          <Heading>{t('volunteering.signUps')}</Heading>
          <MySignUps />
        </>
      ) : (
        <NeedLogin />
      )}
    </Page>
  );
}
