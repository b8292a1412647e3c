/** A status: always a word and a shape, never a colour alone. */
import type { ReactNode } from 'react';
import { Box, Span } from './elements';

export interface ChipProps {
  tone?: 'calm' | 'soon' | 'urgent' | 'gold' | 'quiet';
  shape?: 'dot' | 'ring' | 'triangle' | 'square' | 'check' | 'none';
  children?: ReactNode;
}

const SHAPES = { calm: 'dot', soon: 'ring', urgent: 'triangle', gold: 'none', quiet: 'square' } as const;

export const Chip = ({ tone = 'calm', shape = SHAPES[tone], children }: ChipProps) => (
  <Box className={`chip chip-${tone}`}>
    {shape !== 'none' && <Span silent className={`shape shape-${shape}`} />}
    <Span className="chip-words">{children}</Span>
  </Box>
);
