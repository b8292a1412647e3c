/** What an import would do, or did, by sheet. */
import type { ImportView, SheetCountsView } from '@sevengrid/shared/grids/imports.views';
import { REGISTER } from '@sevengrid/shared/grids/register-sheets';
import { Card, Chip, ListRow } from '../../../ui';
import { useTexts, type TextKey } from '../../../use';

const VERDICTS = ['new', 'changed', 'same'] as const;

const all = (counts: readonly SheetCountsView[], of: 'new' | 'changed' | 'wrong' | 'held'): number =>
  counts.reduce((sum, one) => sum + one[of], 0);

export const wrongOf = ({ counts }: ImportView): number => all(counts, 'wrong');
export const heldOf = ({ counts }: ImportView): number => all(counts, 'held');
/** Rows that would be taken over. */
export const goodOf = ({ counts }: ImportView): number => all(counts, 'new') + all(counts, 'changed');

/** A row of people does not add a line: it opens an account, or gives one more role. */
const keyOf = (sheet: SheetCountsView['sheet'], verdict: (typeof VERDICTS)[number]): TextKey =>
  sheet === 'role' && verdict !== 'same' ? `grids.import.count.role.${verdict}` : `grids.import.count.${verdict}`;

const isThere = ({ new: added, changed, same, wrong, held }: SheetCountsView): boolean =>
  added + changed + same + wrong + held > 0;

export function ImportCounts({ of }: { of: ImportView }) {
  const { t, say } = useTexts();
  return (
    <Card className="import-counts">
      {of.counts.filter(isThere).map((counts) => (
        <ListRow
          key={counts.sheet}
          title={say(REGISTER[counts.sheet].name)}
          note={VERDICTS.map((verdict) => t(keyOf(counts.sheet, verdict), { n: counts[verdict] })).join(' · ')}
          meta={
            counts.wrong + counts.held > 0 && (
              <Chip tone="urgent">{t('grids.import.count.wrong', { n: counts.wrong + counts.held })}</Chip>
            )
          }
        />
      ))}
    </Card>
  );
}
