/** The cards of a household; without one chosen, the way to choose it. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Button, Empty, NoPermission, Page } from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { HouseholdCards } from '../parts/household-cards';
import '../../../texts/apart/cards';
import '../../../texts/apart/printing';

export default function Issue() {
  const { t } = useTexts();
  const { me, may } = useMe();
  const { householdId } = useQueryOf<{ householdId?: string }>();
  const household = useRoute(
    gridRoutes.household,
    { params: { id: householdId ?? '' } },
    { when: householdId !== undefined && may('household.read') },
  );
  const address = household.data?.address;
  const find = (
    <>
      <Button icon="search" onPress={() => go('grids/household', { wants: 'cards' })}>
        {t('work.card.pick.go')}
      </Button>
      <Button kind="secondary" onPress={() => go('cards/show')}>
        {t('work.code.title')}
      </Button>
      {may('card.print') && (
        <Button kind="secondary" icon="print" onPress={() => go('cards/print')}>
          {t('work.card.printMany')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={address ? t('work.card.title', { address }) : t('cards.issue.title')}>
      {me && !may('card.look_up') && !may('card.issue') ? (
        <NoPermission />
      ) : householdId ? (
        <HouseholdCards householdId={householdId} gridId={household.data?.gridId} />
      ) : (
        <Empty title={t('work.card.pick')} hint={t('work.card.pick.hint')} action={find} />
      )}
    </Page>
  );
}
