/** One import, step by step: looked at, applied, and taken back if need be. */
import { useEffect, useState } from 'react';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { ImportEnded } from '../parts/import-ended';
import { ImportReady } from '../parts/import-ready';
import { ImportSteps } from '../parts/import-steps';
import { ImportUnderWay } from '../parts/import-under-way';
import { isUnderWay } from '../parts/import-words';
import '../../../texts/apart/imports';

/** Milliseconds between looks while something goes on. */
const LOOK_EVERY = 1000;

const BY_STATE = (of: ImportView, again: () => void) => {
  if (isUnderWay(of.state)) return <ImportUnderWay of={of} />;
  return of.state === 'ready' ? <ImportReady of={of} /> : <ImportEnded of={of} again={again} />;
};

export default function Import() {
  const { t } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const [moving, setMoving] = useState(true);
  const one = useRoute(importRoutes.one, { params: { id } }, { every: moving ? LOOK_EVERY : undefined });
  const state = one.data?.state;
  useEffect(() => setMoving(state === undefined || isUnderWay(state)), [state]);
  return (
    <Page title={t('grids.import.title')} onRefresh={one.again}>
      <Loaded of={one}>
        {(view) => (
          <>
            <ImportSteps of={view} />
            {BY_STATE(view, () => void one.again())}
          </>
        )}
      </Loaded>
    </Page>
  );
}
