/** The two ways work comes in besides the queue: somebody tells it, or reads a card's short code on the telephone. */
import { go } from '../../../platform/navigate';
import { Button, IconButton } from '../../../ui';
import { useMe, useTexts, useTextSize } from '../../../use';

/** Beside the title, since in the largest type the foot has room for one verb only. */
export function CodeVerb() {
  const { t } = useTexts();
  const { may } = useMe();
  if (!may('card.look_up')) return null;
  return <IconButton icon="scan" label={t('work.home.scanCode')} onPress={() => go('cards/show')} />;
}

export function FileForVerbs() {
  const { t } = useTexts();
  const { may } = useMe();
  const huge = useTextSize() === 'huge';
  return (
    <>
      {may('card.look_up') && !huge && (
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
