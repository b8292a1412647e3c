/** The two ways work comes in besides the queue: somebody tells it, or reads a card's short code on the telephone. */
import { go } from '../../../platform/navigate';
import { Button } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function FileForVerbs() {
  const { t } = useTexts();
  const { may } = useMe();
  return (
    <>
      {may('card.look_up') && (
        <Button grow kind="secondary" icon="scan" onPress={() => go('cards/show')}>
          {t('work.home.scanCode')}
        </Button>
      )}
      {may('ticket.file_for') && (
        <Button grow icon="pen" onPress={() => go('tickets/open', { for: 'other' })}>
          {t('work.home.fileFor')}
        </Button>
      )}
    </>
  );
}
