/** Verbs. One primary verb a screen. */
import type { ReactNode } from 'react';
import { Press, Span } from './elements';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface ButtonProps {
  kind?: 'primary' | 'secondary' | 'ghost' | 'danger';
  onPress: () => void;
  icon?: IconName;
  /** Waits for an answer; taps are ignored. */
  busy?: boolean;
  disabled?: boolean;
  /** Takes the rest of a row. */
  grow?: boolean;
  label?: string;
  children?: ReactNode;
}

export function Button({ kind = 'primary', onPress, icon, busy, disabled, grow, label, children }: ButtonProps) {
  return (
    <Press
      className={`button button-${kind} ${grow ? 'grow' : ''} ${busy ? 'is-busy' : ''}`}
      onPress={onPress}
      busy={busy}
      disabled={disabled}
      label={label}
    >
      {busy ? <Span silent className="spinner" /> : icon && <Icon name={icon} />}
      <Span className="button-words">{children}</Span>
    </Press>
  );
}

export interface IconButtonProps {
  icon: IconName;
  label: string;
  onPress: () => void;
}

export const IconButton = ({ icon, label, onPress }: IconButtonProps) => (
  <Press className="icon-button" label={label} onPress={onPress}>
    <Icon name={icon} />
  </Press>
);
