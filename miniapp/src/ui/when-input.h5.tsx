/** A day or a time of day in a browser: its own field, typed or picked. */
import type { ReactNode } from 'react';
import type { WhenProps } from './element-props';

export function WhenInput({ kind, label, value, onChange, invalid, className }: WhenProps): ReactNode {
  return (
    <input
      type={kind}
      className={className}
      value={value}
      aria-label={label}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
