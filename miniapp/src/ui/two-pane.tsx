/** From 1024 px up: the list and what is chosen in it, side by side; below, the list alone. */
import type { ReactNode } from 'react';
import { useWide } from '../use/use-wide';
import { Box } from './elements';

export interface TwoPaneProps {
  list: ReactNode;
  detail?: ReactNode;
  /** Shown beside the list while nothing is chosen. */
  empty?: ReactNode;
}

export function TwoPane({ list, detail, empty }: TwoPaneProps) {
  if (!useWide()) return <>{list}</>;
  return (
    <Box className="two-pane">
      <Box className="pane-list">{list}</Box>
      <Box className="pane-detail">{detail ?? empty}</Box>
    </Box>
  );
}
