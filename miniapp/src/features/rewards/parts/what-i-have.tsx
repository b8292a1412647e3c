/** What I can spend, in madder; it opens where every point came from. Nothing for who never had a point. */
import { pointRoutes } from '@sevengrid/shared/points/routes';
import { go } from '../../../platform/navigate';
import { Card, Grow, Icon, Muted, Numbers, Row, Stack } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

export const usePoints = () => useRoute(pointRoutes.mine, { query: {} }, { onShow: true });

export function WhatIHave() {
  const { t } = useTexts();
  const { data } = usePoints();
  if (!data || (data.balance === 0 && data.entries.length === 0)) return null;
  const { available, held } = data;
  return (
    <Card
      tone="madder"
      label={`${t('rewards.have')} ${available}, ${t('rewards.have.why')}`}
      onPress={() => go('points/mine')}
    >
      <Row>
        <Grow>
          <Stack gap={1}>
            <Muted>{t('rewards.have')}</Muted>
            <Numbers>{available}</Numbers>
            {held > 0 && <Muted>{t('rewards.have.held', { n: held })}</Muted>}
          </Stack>
        </Grow>
        <Icon name="right" />
      </Row>
    </Card>
  );
}
