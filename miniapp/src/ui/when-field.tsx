/** A day (`2027-02-06`) or a time of day (`09:30`) with label, hint and error; '' while there is none. */
import { Frame, type FrameProps } from './field';
import type { WhenProps } from './element-props';
import { WhenInput } from './when-input';

export interface WhenFieldProps extends Omit<FrameProps, 'children'>, Omit<WhenProps, 'className' | 'invalid'> {}

export function WhenField({ error, hint, optional, ...input }: WhenFieldProps) {
  const label = error ? `${input.label}, ${error}` : input.label;
  return (
    <Frame label={input.label} error={error} hint={hint} optional={optional}>
      <WhenInput {...input} label={label} className="input input-when" invalid={Boolean(error)} />
    </Frame>
  );
}
