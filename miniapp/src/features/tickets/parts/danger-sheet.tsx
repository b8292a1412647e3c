/** Before anything about danger to life is filed: leave, and call these numbers. */
import { Emergency, Muted, Button, Sheet, Stack } from '../../../ui';
import { useTexts } from '../../../use';

export interface DangerSheetProps {
  open: boolean;
  /** It was written, not chosen: perhaps a false alarm. */
  byWords?: boolean;
  onGoOn: () => void;
  onClose: () => void;
}

export function DangerSheet({ open, byWords, onGoOn, onClose }: DangerSheetProps) {
  const { t } = useTexts();
  return (
    <Sheet open={open} title={t('tickets.open.danger.title')} onClose={onClose}>
      <Stack gap={4}>
        <Emergency />
        <Muted>{t('tickets.open.danger.lead')}</Muted>
        <Button kind="ghost" onPress={onGoOn}>
          {t(byWords ? 'tickets.open.danger.choose' : 'tickets.open.danger.goOn')}
        </Button>
      </Stack>
    </Sheet>
  );
}
