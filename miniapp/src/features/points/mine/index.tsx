/** My points: what I have, what of it is held, and why I have each of them. */
import { useState } from 'react';
import { pointRoutes } from '@sevengrid/shared/points/routes';
import { FilterChips, Heading, Loaded, Page } from '../../../ui';
import { useRoute, useTexts } from '../../../use';
import { Entries, type Counted } from '../parts/entries';
import { Standing } from '../parts/standing';
import '../../../texts/apart/points';

export default function MyPoints() {
  const { t } = useTexts();
  const [of, choose] = useState<Counted>('points');
  const read = useRoute(pointRoutes.mine, { query: { of: 'points' } }, { onShow: true });
  return (
    <Page title={t('points.mine.title')} onRefresh={read.again}>
      <Loaded of={read} rows={4}>
        {(mine) => (
          <>
            <Standing of={mine} />
            <Heading>{t('points.why')}</Heading>
            <FilterChips
              label={t('points.of')}
              options={[
                { value: 'points', label: t('points.of.points') },
                { value: 'minutes', label: t('points.of.minutes') },
              ]}
              value={of}
              onChange={choose}
            />
            <Entries key={of} of={of} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
