/** Home: whichever one belongs to the person who opens it. */
import { useEffect } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { replace } from '../../../platform/navigate';
import { Card, Emergency, Loaded, Page } from '../../../ui';
import { useMe, useRoute, useTexts, useTextSize, type Side } from '../../../use';
import { HugeHome } from '../parts/huge-home';
import { MerchantHome } from '../parts/merchant-home';
import { NobodyHome } from '../parts/nobody-home';
import { PartnerHome } from '../parts/partner-home';
import { ResidentHome } from '../parts/resident-home';
import { StaffHome } from '../parts/staff-home';
import { UnitHome } from '../parts/unit-home';
import { WorkerHome } from '../parts/worker-home';

function HomeOf({ side }: { side: Side }) {
  const size = useTextSize();
  const { may } = useMe();
  if (may('coordination.answer')) return <PartnerHome />;
  if (side === 'partner' && may('unit.read_own')) return <UnitHome />;
  if (side === 'partner' && may('redemption.verify')) return <MerchantHome />;
  if (side === 'worker') return <WorkerHome />;
  if (side === 'staff') return <StaffHome />;
  return size === 'huge' ? <HugeHome /> : <ResidentHome />;
}

export default function Home() {
  const { t } = useTexts();
  const { me, side, loggedIn } = useMe();
  const whoAmI = useRoute(identityRoutes.me, {}, { when: loggedIn });
  const mustChange = me?.mustChangePassword ?? false;
  useEffect(() => {
    if (mustChange) replace('identity/password', { forced: 1 });
  }, [mustChange]);
  if (!loggedIn) return <NobodyHome />;
  if (me && !mustChange) return <HomeOf side={side} />;
  return (
    <Page title={t('app.name')} tab="home" onRefresh={whoAmI.again}>
      <Loaded of={whoAmI}>{() => null}</Loaded>
      {whoAmI.fault && (
        <Card>
          <Emergency />
        </Card>
      )}
    </Page>
  );
}
