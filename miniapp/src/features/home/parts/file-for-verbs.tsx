/** The two ways work comes in besides the queue: somebody tells it, or shows a card or reads its short code. */
import { go } from '../../../platform/navigate';
import { Box, Button, IconButton } from '../../../ui';
import { useMe, useTexts, useTextSize } from '../../../use';
import './home.scss';

/** Where words are long one verb fills the foot: the other is a picture there, and said in words among the ways below. */
export function useCompactFoot(): boolean {
  const { language } = useTexts();
  const size = useTextSize();
  return size !== 'standard' || language === 'bo';
}

/** Beside the title. */
export function CodeVerb() {
  const { t } = useTexts();
  const { may } = useMe();
  const compact = useCompactFoot();
  if (compact || !may('card.look_up')) return null;
  return <IconButton icon="scan" label={t('work.home.scanCode')} onPress={() => go('cards/show')} />;
}

export function FileForVerbs() {
  const { t } = useTexts();
  const { may } = useMe();
  const compact = useCompactFoot();
  const toCode = (): void => go('cards/show');
  return (
    <Box className="home-foot">
      {may('card.look_up') && compact && <IconButton icon="scan" label={t('work.home.scanCode')} onPress={toCode} />}
      {may('card.look_up') && !compact && (
        <Button grow kind="secondary" icon="scan" onPress={toCode}>
          {t('work.home.scanCode')}
        </Button>
      )}
      {may('ticket.file_for') && (
        <Button grow icon="pen" onPress={() => go('tickets/open', { for: 'other' })}>
          {t('work.home.fileFor')}
        </Button>
      )}
    </Box>
  );
}
