/** Something goes on by itself: how far it is, and that one may leave. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { Box, Button, Card, FaultNotice, Heading, Muted, Progress } from '../../../ui';
import { useDo, useTexts } from '../../../use';

export function ImportUnderWay({ of }: { of: ImportView }) {
  const { t } = useTexts();
  const discard = useDo(importRoutes.discard);
  const told = of.total > 0 ? t('grids.import.progress', { done: of.done, total: of.total }) : t('grids.import.begins');
  return (
    <Card>
      <Heading>{t(`grids.import.state.${of.state}`)}</Heading>
      <Progress part={of.total > 0 ? of.done / of.total : 0} label={told} />
      <Box live="polite">{told}</Box>
      <Muted>{t('grids.import.leave')}</Muted>
      <FaultNotice fault={discard.fault} onClose={discard.clear} />
      {of.state === 'reading' && (
        <Button kind="ghost" busy={discard.busy} onPress={() => void discard.run({ params: { id: of.id } })}>
          {t('grids.import.discard')}
        </Button>
      )}
    </Card>
  );
}
