/** One line or several lines of text with label, hint and error. */
import type { ReactNode } from 'react';
import { useTexts } from '../use/use-texts';
import type { InputProps } from './element-props';
import { Box, LongInput, Span, TextInput } from './elements';
import { Icon } from './icon';

export interface FrameProps {
  label: string;
  error?: string;
  hint?: string;
  optional?: boolean;
  children?: ReactNode;
}

/** Label above, hint and error below: around anything one fills in. */
export function Frame({ label, error, hint, optional, children }: FrameProps) {
  const { t } = useTexts();
  return (
    <Box className={`field ${error ? 'is-wrong' : ''}`}>
      <Box className="field-label" silent>
        <Span>{label}</Span>
        {optional && <Span className="field-optional">{t('app.field.optional')}</Span>}
      </Box>
      {children}
      {hint && !error && <Box className="field-hint">{hint}</Box>}
      {error && (
        <Box className="field-error" live="polite">
          <Icon name="alert" />
          <Span>{error}</Span>
        </Box>
      )}
    </Box>
  );
}

/** What the field's own look does not say, the raw input takes as it is. */
export interface FieldProps extends FrameProps, Omit<InputProps, 'className' | 'label' | 'invalid' | 'required'> {}

const inputProps = ({ label, error, hint: _hint, optional, children: _children, ...rest }: FieldProps) => ({
  ...rest,
  label: error ? `${label}, ${error}` : label,
  invalid: Boolean(error),
  required: !optional,
});

export const Field = (props: FieldProps) => (
  <Frame label={props.label} error={props.error} hint={props.hint} optional={props.optional}>
    <TextInput className="input" {...inputProps(props)} />
  </Frame>
);

/** With `max`, shows how many characters are used once it matters. */
export function TextArea(props: FieldProps) {
  const used = [...props.value].length;
  const tells = props.max !== undefined && used > props.max * 0.7;
  return (
    <Frame label={props.label} error={props.error} hint={props.hint} optional={props.optional}>
      <LongInput className="input input-long" {...inputProps(props)} />
      {tells && <Box className="field-count">{`${used} / ${props.max}`}</Box>}
    </Frame>
  );
}
