/** The household a short code belongs to, and what one wants with it: first of all an open form. */
import type { CardLookUpView } from '@sevengrid/shared/cards/views';
import { go } from '../../../platform/navigate';
import { Avatar, Button, Card, Heading, ListRow, Muted } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function FoundDoor({ door, onAgain }: { door: CardLookUpView; onAgain: () => void }) {
  const { t, gridName } = useTexts();
  const { may } = useMe();
  const { householdId, address } = door;
  return (
    <>
      <Card>
        <Heading>{address}</Heading>
        <Muted>{gridName(door)}</Muted>
        {door.worker && (
          <ListRow before={<Avatar name={door.worker.displayName} size="small" />} title={door.worker.displayName} />
        )}
        {may('ticket.file_for') && (
          <Button icon="pen" onPress={() => go('tickets/open', { for: 'other', householdId })}>
            {t('work.code.fileFor')}
          </Button>
        )}
        {may('household.read') && (
          <Button kind="secondary" icon="door" onPress={() => go('grids/household', { id: householdId })}>
            {t('work.code.household')}
          </Button>
        )}
        <Button kind="secondary" icon="card" onPress={() => go('cards/issue', { householdId })}>
          {t('work.code.cards')}
        </Button>
      </Card>
      <Button kind="ghost" onPress={onAgain}>
        {t('work.code.again')}
      </Button>
    </>
  );
}
