/** A white card on the warm ground: one matter each. */
import type { ReactNode } from 'react';
import { Box, Press } from './elements';

export interface CardProps {
  tone?: 'plain' | 'tint' | 'madder';
  onPress?: () => void;
  /** For screen readers, where the whole card is a button. */
  label?: string;
  className?: string;
  children?: ReactNode;
}

export function Card({ tone = 'plain', onPress, label, className = '', children }: CardProps) {
  const classes = `card card-${tone} ${className}`;
  if (!onPress) return <Box className={classes}>{children}</Box>;
  return (
    <Press className={classes} onPress={onPress} label={label}>
      {children}
    </Press>
  );
}
