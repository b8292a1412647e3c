/** A day or a time of day in a browser: days in its own field; times typed, since browsers count twelve hours or twenty-four. */
import type { ReactNode } from 'react';
import type { WhenProps } from './element-props';

/** 930, 9：30 and 9.30 are 09:30; what is no time stays as it was typed. */
function asTime(typed: string): string {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:：.]?(\d\d)\s*$/.exec(typed) ?? [];
  return minute === '' ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

export function WhenInput({ kind, label, value, onChange, invalid, className }: WhenProps): ReactNode {
  const shared = { className, value, 'aria-label': label, 'aria-invalid': invalid || undefined };
  const take = (event: { target: { value: string } }): void => onChange(event.target.value);
  if (kind === 'date') return <input {...shared} type="date" onChange={take} />;
  return (
    <input
      {...shared}
      type="text"
      inputMode="numeric"
      maxLength={5}
      placeholder="09:30"
      autoComplete="off"
      onChange={take}
      onBlur={() => onChange(asTime(value))}
    />
  );
}
