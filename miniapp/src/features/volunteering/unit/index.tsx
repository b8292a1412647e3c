/** The unit somebody answers for: its totals, and who asks to be a member of it. */
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { Card, Empty, Heading, Listed, Loaded, Muted, Page } from '../../../ui';
import { useInfinite, useMoreAtBottom, useRoute, useTexts } from '../../../use';
import { RequestCard } from '../parts/request-card';
import { UnitTotals } from '../parts/unit-totals';
import '../../../texts/apart/units';

export default function OwnUnit() {
  const { t, say } = useTexts();
  const own = useRoute(unitRoutes.own, {}, { onShow: true });
  const requests = useInfinite(memberRoutes.requests, { query: {} });
  useMoreAtBottom(requests);
  const again = (): Promise<unknown> => Promise.all([own.again(), requests.again()]);
  return (
    <Page title={t('home.unit.title')} onRefresh={again}>
      <Loaded of={own} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('home.unit.none')} hint={t('home.unit.none.hint')} />
          ) : (
            <>
              {items.map((unit) => (
                <Card key={unit.id + unit.communityId}>
                  <Heading>{say(unit.name)}</Heading>
                  <Muted>{unit.communityName}</Muted>
                  <UnitTotals totals={unit.totals} />
                </Card>
              ))}
              <Heading>{t('units.asking')}</Heading>
              <Listed of={requests} empty={<Empty title={t('units.asking.none')} hint={t('units.asking.none.hint')} />}>
                {(asking) => asking.map((one) => <RequestCard key={one.id} request={one} decides />)}
              </Listed>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
