/** Rows, columns and the rest of the room: what pages are laid out with. */
import type { ReactNode } from 'react';
import { Box } from './elements';

export interface FlexProps {
  /** Steps of 4 px. */
  gap?: 1 | 2 | 3 | 4 | 5 | 6;
  align?: 'start' | 'center' | 'baseline';
  wrap?: boolean;
  className?: string;
  children?: ReactNode;
}

const classes = (kind: string, { gap = 3, align, wrap, className = '' }: FlexProps): string =>
  `${kind} gap-${gap} ${align ? `align-${align}` : ''} ${wrap ? 'is-wrapping' : ''} ${className}`;

export const Row = (props: FlexProps) => <Box className={classes('row', props)}>{props.children}</Box>;

export const Stack = (props: FlexProps) => <Box className={classes('stack', props)}>{props.children}</Box>;

export const Grow = ({ children, className = '' }: { children?: ReactNode; className?: string }) => (
  <Box className={`grow ${className}`}>{children}</Box>
);
