/** Choosing: one of a few as a list, a filter above a list, on or off. */
import { Chip } from './chip';
import { Box, Press, Span } from './elements';
import { Frame } from './field';
import { Icon } from './icon';

export interface Choice<V extends string> {
  value: V;
  label: string;
  hint?: string;
  /** What one must know before choosing it. */
  chip?: string;
  count?: number;
}

export interface ChoiceListProps<V extends string> {
  label: string;
  options: readonly Choice<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  error?: string;
  optional?: boolean;
  columns?: 1 | 2 | 3;
}

export function ChoiceList<V extends string>(props: ChoiceListProps<V>) {
  const { label, options, value, onChange, error, optional, columns = 1 } = props;
  const stop = options.find((option) => option.value === value) ?? options[0];
  return (
    <Frame label={label} error={error} optional={optional}>
      <Box role="radiogroup" label={label} className={`choices columns-${columns}`}>
        {options.map((option) => (
          <Press
            key={option.value}
            role="radio"
            checked={option.value === value}
            tabStop={option === stop}
            className={`choice ${option.value === value ? 'is-chosen' : ''} ${option.chip ? 'is-marked' : ''}`}
            onPress={() => onChange(option.value)}
          >
            <Span silent className="choice-mark" />
            <Span className="grow">
              <Span className="choice-label">{option.label}</Span>
              {option.hint && <Span className="choice-hint">{option.hint}</Span>}
            </Span>
            {option.chip && <Chip tone="urgent">{option.chip}</Chip>}
          </Press>
        ))}
      </Box>
    </Frame>
  );
}

export interface ChoiceSetProps<V extends string> {
  label: string;
  options: readonly Choice<V>[];
  /** Any number of them. */
  values: readonly V[];
  onChange: (values: V[]) => void;
  error?: string;
}

export function ChoiceSet<V extends string>({ label, options, values, onChange, error }: ChoiceSetProps<V>) {
  const flip = (value: V): void =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <Frame label={label} error={error}>
      <Box role="group" label={label} className="choice-set">
        {options.map(({ value, label: words }) => (
          <Press
            key={value}
            role="checkbox"
            checked={values.includes(value)}
            className={`filter ${values.includes(value) ? 'is-chosen' : ''}`}
            onPress={() => flip(value)}
          >
            {values.includes(value) && <Icon name="check" />}
            {words}
          </Press>
        ))}
      </Box>
    </Frame>
  );
}

export interface FilterChipsProps<V extends string> {
  label: string;
  options: readonly Choice<V>[];
  value: V;
  onChange: (value: V) => void;
}

export function FilterChips<V extends string>({ label, options, value, onChange }: FilterChipsProps<V>) {
  return (
    <Box role="tablist" label={label} className="filters">
      {options.map((option) => (
        <Press
          key={option.value}
          role="tab"
          selected={option.value === value}
          className={`filter ${option.value === value ? 'is-chosen' : ''}`}
          onPress={() => onChange(option.value)}
        >
          {option.count === undefined ? option.label : `${option.label} ${option.count}`}
        </Press>
      ))}
    </Box>
  );
}

export interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, onChange }: SwitchProps) {
  return (
    <Press role="switch" checked={on} className="switch" label={label} onPress={() => onChange(!on)}>
      <Span className="grow">
        <Span className="choice-label">{label}</Span>
        {hint && <Span className="choice-hint">{hint}</Span>}
      </Span>
      <Span silent className={`switch-track ${on ? 'is-on' : ''}`} />
    </Press>
  );
}
