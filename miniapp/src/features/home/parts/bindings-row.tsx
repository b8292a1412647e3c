/** Residents who ask to be bound to their household; nothing where nobody asks. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Card, Icon, ListRow } from '../../../ui';
import { useInfinite, useMe, useTexts } from '../../../use';

const LOOK_EVERY = 60_000;

export function BindingsRow() {
  const { t } = useTexts();
  const { may } = useMe();
  const waiting = useInfinite(
    gridRoutes.bindings,
    { query: { state: 'waiting' } },
    { when: may('binding.confirm'), every: LOOK_EVERY },
  );
  if (waiting.items.length === 0) return null;
  const n = waiting.hasMore ? `${waiting.items.length}+` : waiting.items.length;
  return (
    <Card>
      <ListRow
        before={<Icon name="people" tone="primary" />}
        title={t('work.home.bindings')}
        note={t('work.home.bindings.count', { n })}
        onPress={() => go('grids/bindings')}
      />
    </Card>
  );
}
