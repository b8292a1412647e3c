/** While danger to life is being dealt with, whom to call stands above everything else. */
import { Card, Emergency, Heading, Stack } from '../../../ui';
import { useTexts } from '../../../use';

export function StillDanger() {
  const { t } = useTexts();
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('tickets.detail.danger')}</Heading>
        <Emergency />
      </Stack>
    </Card>
  );
}
