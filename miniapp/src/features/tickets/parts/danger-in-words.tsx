/** What was written sounds like danger to life: the numbers at once, and in view while one still writes. */
import { useEffect } from 'react';
import { showElement } from '../../../platform/focus';
import { Box, Emergency, Notice, Stack } from '../../../ui';
import { useTexts } from '../../../use';

const ID = 'danger-in-words';

export function DangerInWords() {
  const { t } = useTexts();
  useEffect(() => showElement(ID), []);
  return (
    <Box id={ID} live="polite" className="tickets-danger-words">
      <Stack gap={2}>
        <Emergency />
        <Notice tone="bad">{t('tickets.open.danger.inline')}</Notice>
      </Stack>
    </Box>
  );
}
