/** One line to search with: a lens, the words, and a way to empty it. */
import { useTexts } from '../use/use-texts';
import { IconButton } from './button';
import { Box, TextInput } from './elements';
import { Icon } from './icon';

export interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** So that a key can put the focus here. */
  id?: string;
}

const MOST = 60;

export function SearchField({ label, placeholder, value, onChange, id }: SearchFieldProps) {
  const { t } = useTexts();
  return (
    <Box className="search-field" role="search">
      <Icon name="search" tone="muted" />
      <TextInput
        className="search-input"
        id={id}
        label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={onChange}
        max={MOST}
      />
      {value !== '' && <IconButton icon="close" label={t('work.search.clear')} onPress={() => onChange('')} />}
    </Box>
  );
}
