/** A line of the history: which file, who handed it in, when, and how it stands. */
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { Chip, ListRow } from '../../../ui';
import { useClock, useTexts, whenText } from '../../../use';
import { TONES } from './import-words';

export function ImportLine({ of, onPress }: { of: ImportView; onPress: () => void }) {
  const { t } = useTexts();
  const now = useClock();
  return (
    <ListRow
      title={of.name}
      note={`${of.uploadedBy} · ${whenText(t, Date.parse(of.at), now)}`}
      meta={<Chip tone={TONES[of.state]}>{t(`grids.import.state.${of.state}`)}</Chip>}
      onPress={onPress}
    />
  );
}
