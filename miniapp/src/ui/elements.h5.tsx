/** The raw elements in a browser: plain DOM, so that keyboard, focus and screen readers work as people know them. */
import type { KeyboardEvent, ReactNode } from 'react';
import type { BoxProps, InputProps, PictureProps, PressProps } from './element-props';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** In a radio group arrows choose, as everywhere. */
function chooseByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
  const from = radios.findIndex((radio) => radio === document.activeElement);
  if (step === undefined || from < 0) return;
  event.preventDefault();
  const next = radios[(from + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
}

export function Box({ label, live, silent, modal, level, onTouch: _onTouch, ...rest }: BoxProps): ReactNode {
  return (
    <div
      {...rest}
      aria-label={label}
      aria-live={live}
      aria-hidden={silent || undefined}
      aria-modal={modal}
      aria-level={level}
      tabIndex={modal ? -1 : undefined}
      onKeyDown={rest.role === 'radiogroup' ? chooseByArrow : undefined}
    />
  );
}

export function Span(props: BoxProps): ReactNode {
  const { label, silent, live: _live, modal: _modal, level: _level, onTouch: _onTouch, ...rest } = props;
  return <span {...rest} aria-label={label} aria-hidden={silent || undefined} />;
}

export function Press(props: PressProps): ReactNode {
  const { onPress, disabled, busy, selected, checked, current, expanded, tabStop, label, className, ...rest } = props;
  return (
    <button
      {...rest}
      type="button"
      className={`press ${className ?? ''} ${disabled || busy ? 'is-off' : ''}`}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-label={label}
      aria-selected={selected}
      aria-checked={checked}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      tabIndex={tabStop === false ? -1 : undefined}
      onClick={busy ? undefined : onPress}
    />
  );
}

export function Picture({ src, label, className, onFail }: PictureProps): ReactNode {
  return <img className={className} src={src} alt={label} loading="lazy" onError={onFail} />;
}

const TYPES = { text: 'text', phone: 'tel', number: 'text', password: 'password' } as const;

const shared = ({ label, invalid, required, onChange, onBlur, onEnter, max, kind: _kind, ...rest }: InputProps) => ({
  ...rest,
  'aria-label': label,
  'aria-invalid': invalid || undefined,
  'aria-required': required || undefined,
  maxLength: max,
  onBlur,
  onKeyDown: onEnter && ((event: { key: string }) => void (event.key === 'Enter' && onEnter())),
  onChange: (event: { target: { value: string } }) => onChange(event.target.value),
});

export function TextInput(props: InputProps): ReactNode {
  const kind = props.kind ?? 'text';
  return (
    <input
      {...shared(props)}
      type={TYPES[kind]}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      autoComplete={kind === 'password' ? 'current-password' : kind === 'phone' ? 'tel' : 'off'}
    />
  );
}

export function LongInput(props: InputProps): ReactNode {
  return <textarea {...shared(props)} rows={4} />;
}
