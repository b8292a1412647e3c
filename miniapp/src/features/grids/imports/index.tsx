/** The register from a spreadsheet: the empty one to fill in, the filled one to hand in, and every import so far. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { go } from '../../../platform/navigate';
import { Card, Empty, Heading, Listed, Page } from '../../../ui';
import { useInfinite, useMoreAtBottom, useTexts } from '../../../use';
import { ExportRegister } from '../parts/export-register';
import { HandIn } from '../parts/hand-in';
import { ImportLine } from '../parts/import-line';
import { useWhoseRegister } from '../parts/whose-register';
import '../../../texts/apart/imports';

/** Milliseconds; one that is under way moves on by itself. */
const LOOK_EVERY = 10_000;

export default function Imports() {
  const { t } = useTexts();
  const { of, name } = useWhoseRegister();
  const list = useInfinite(importRoutes.list, { query: of }, { every: LOOK_EVERY });
  useMoreAtBottom(list);
  return (
    <Page title={name ? `${t('grids.imports.title')} · ${name}` : t('grids.imports.title')} onRefresh={list.again}>
      <HandIn />
      <ExportRegister />
      <Heading>{t('grids.imports.history')}</Heading>
      <Listed
        of={list}
        empty={<Empty title={t('grids.imports.history.none')} hint={t('grids.imports.history.none.hint')} />}
      >
        {(items) => (
          <Card>
            {items.map((one) => (
              <ImportLine key={one.id} of={one} onPress={() => go('grids/import', { id: one.id })} />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  );
}
