/** What it is about: one tap on one of a few tiles, danger to life first and marked by word and shape. */
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { Box, Chip, Press, Span, Stack, Heading, Notice } from '../../../ui';
import { useTexts } from '../../../use';

export interface CategoryTilesProps {
  categories: readonly CategoryView[];
  value: string;
  onChange: (category: CategoryView) => void;
  error?: string;
}

export function CategoryTiles({ categories, value, onChange, error }: CategoryTilesProps) {
  const { t } = useTexts();
  const plain = categories.filter(({ danger }) => !danger);
  const odd = plain.length % 2 === 1;
  const stop = categories.find(({ id }) => id === value) ?? categories[0];
  return (
    <Stack gap={2} className={error ? 'is-wrong' : ''}>
      <Heading level={3}>{t('tickets.open.category')}</Heading>
      {error && <Notice tone="bad">{error}</Notice>}
      <Box role="radiogroup" label={t('tickets.open.category')} className="tickets-categories">
        {categories.map((category) => (
          <CategoryTile
            key={category.id}
            category={category}
            chosen={category.id === value}
            stop={category === stop}
            wide={odd && category === plain.at(-1)}
            onPress={() => onChange(category)}
          />
        ))}
      </Box>
    </Stack>
  );
}

interface CategoryTileProps {
  category: CategoryView;
  chosen: boolean;
  /** Where Tab comes into the group. */
  stop: boolean;
  /** The last of an odd number: nothing stands beside it. */
  wide: boolean;
  onPress: () => void;
}

function CategoryTile({ category, chosen, stop, wide, onPress }: CategoryTileProps) {
  const { t, say } = useTexts();
  const { danger, name, hint } = category;
  return (
    <Press
      role="radio"
      checked={chosen}
      tabStop={stop}
      className={`tickets-category ${chosen ? 'is-chosen' : ''} ${danger ? 'is-danger' : ''} ${wide ? 'is-wide' : ''}`}
      onPress={onPress}
    >
      <Box className="tickets-category-name">
        {say(name)}
        {danger && <Chip tone="urgent">{t('tickets.open.danger.mark')}</Chip>}
      </Box>
      <Span className="tickets-category-hint">{say(hint)}</Span>
    </Press>
  );
}
