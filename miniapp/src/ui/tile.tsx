/** Four tiles: the home of 特大, a layout of its own. */
import type { ReactNode } from 'react';
import { Box, Press, Span } from './elements';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface TileProps {
  icon: IconName;
  tone?: 'primary' | 'madder' | 'plain';
  onPress: () => void;
  title: string;
  note?: string;
}

export const TileGrid = ({ children }: { children?: ReactNode }) => <Box className="tiles">{children}</Box>;

export const Tile = ({ icon, tone = 'plain', onPress, title, note }: TileProps) => (
  <Press className={`tile tile-${tone}`} onPress={onPress}>
    <Icon name={icon} size={38} />
    <Span className="tile-words">
      <Span className="tile-title">{title}</Span>
      {note && <Span className="tile-note">{note}</Span>}
    </Span>
  </Press>
);
