/** Looked at and waiting for the clerk: what it would do, what is wrong, and the verbs. */
import { useState } from 'react';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { Button, Card, FaultNotice, Muted, Notice, Stack, Switch } from '../../../ui';
import { fullWhenText, useClock, useDo, useDownload, useTexts } from '../../../use';
import { ImportCounts, goodOf, heldOf, wrongOf } from './import-counts';
import { ImportRows } from './import-rows';

export function ImportReady({ of }: { of: ImportView }) {
  const { t } = useTexts();
  const [wrong, held, good] = [wrongOf(of), heldOf(of), goodOf(of)];
  const groups = [
    { group: 'wrong', count: wrong },
    { group: 'held', count: held },
    { group: 'new', count: of.counts.reduce((sum, one) => sum + one.new, 0) },
    { group: 'changed', count: of.counts.reduce((sum, one) => sum + one.changed, 0) },
  ] as const;
  return (
    <>
      {wrong + held === 0 && good > 0 && <Notice tone="good">{t('grids.import.allGood')}</Notice>}
      {wrong + held === 0 && good === 0 && <Notice>{t('grids.import.nothing')}</Notice>}
      {wrong > 0 && (
        <Notice tone="warn">
          {t('grids.import.someWrong', { n: wrong })} {held > 0 && t('grids.import.someHeld', { n: held })}
        </Notice>
      )}
      <ImportCounts of={of} />
      <ImportVerbs of={of} />
      <ImportRows id={of.id} groups={groups} />
    </>
  );
}

function ImportVerbs({ of }: { of: ImportView }) {
  const { t } = useTexts();
  const now = useClock();
  const [skip, setSkip] = useState(false);
  const apply = useDo(importRoutes.apply);
  const discard = useDo(importRoutes.discard);
  const errors = useDownload(importRoutes.errors);
  const [left, good] = [wrongOf(of) + heldOf(of), goodOf(of)];
  const params = { id: of.id };
  return (
    <Card>
      <Stack gap={3}>
        {left > 0 && (
          <Button kind="secondary" icon="download" busy={errors.busy} onPress={() => void errors.run({ params })}>
            {t('grids.import.errors', { n: left })}
          </Button>
        )}
        {left > 0 && good > 0 && (
          <Switch
            label={t('grids.import.skip', { n: left })}
            hint={t('grids.import.skip.hint')}
            on={skip}
            onChange={setSkip}
          />
        )}
        <FaultNotice fault={apply.fault ?? discard.fault ?? errors.fault} onClose={apply.clear} />
        {good > 0 && (
          <Button
            icon="check"
            busy={apply.busy}
            disabled={left > 0 && !skip}
            onPress={() => void apply.run({ params, body: { skipWrong: skip } })}
          >
            {t('grids.import.apply', { n: good })}
          </Button>
        )}
        <Button kind="ghost" busy={discard.busy} onPress={() => void discard.run({ params })}>
          {t('grids.import.discard')}
        </Button>
        {of.until && <Muted>{t('grids.import.until', { when: fullWhenText(t, Date.parse(of.until), now) })}</Muted>}
      </Stack>
    </Card>
  );
}
