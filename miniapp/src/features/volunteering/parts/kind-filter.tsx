/** Only one kind of service of what is listed: the kinds that are in the list, so that no choice leads to nothing. */
import type { ActivityRowView } from '@sevengrid/shared/volunteering/activities.views';
import { FilterChips } from '../../../ui';
import { useTexts } from '../../../use';

export const ALL_KINDS = 'all';

export interface KindFilterProps {
  among: readonly ActivityRowView[];
  value: string;
  onChange: (kindId: string) => void;
}

export function KindFilter({ among, value, onChange }: KindFilterProps) {
  const { t, say } = useTexts();
  const kinds = new Map(among.map(({ kind }) => [kind.id, say(kind.name)]));
  if (kinds.size < 2) return null;
  return (
    <FilterChips
      label={t('volunteering.kinds')}
      options={[
        { value: ALL_KINDS, label: t('volunteering.kinds.all') },
        ...[...kinds].map(([id, label]) => ({ value: id, label })),
      ]}
      value={kinds.has(value) ? value : ALL_KINDS}
      onChange={onChange}
    />
  );
}

/** What is left of a list; all of it where nothing in it is of that kind. */
export function ofKind(items: readonly ActivityRowView[], kindId: string): readonly ActivityRowView[] {
  const found = items.filter(({ kind }) => kind.id === kindId);
  return found.length > 0 ? found : items;
}
