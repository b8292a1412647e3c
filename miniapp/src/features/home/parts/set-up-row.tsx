/** To whoever sets a community up: that something is missing before its residents can file. */
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { go } from '../../../platform/navigate';
import { Card, ListRow } from '../../../ui';
import { useMe, useRoute, useTexts } from '../../../use';

export function SetUpRow() {
  const { t } = useTexts();
  const { may } = useMe();
  const { data } = useRoute(setUpRoutes.checklist, { query: {} }, { when: may('community.set_up'), onShow: true });
  const missing = data?.steps.filter(({ state }) => state === 'missing').length ?? 0;
  if (missing === 0) return null;
  return (
    <Card tone="tint">
      <ListRow
        title={t('work.home.setup.left', { n: missing })}
        note={t('work.home.setup.hint')}
        onPress={() => go('setup/home')}
      />
    </Card>
  );
}
