/** Lists: rows, a timeline, facts, how far it has got. */
import type { ReactNode } from 'react';
import { Box, Press, Span } from './elements';
import { Icon } from './icon';

export interface ListRowProps {
  title: ReactNode;
  /** Second line. */
  note?: ReactNode;
  /** Right of the second line: when, how many. */
  meta?: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  selected?: boolean;
  onPress?: () => void;
  label?: string;
}

export function ListRow({ title, note, meta, before, after, selected, onPress, label }: ListRowProps) {
  const content = (
    <>
      {before}
      <Box className="grow">
        <Box className="list-title">{title}</Box>
        {(note || meta) && (
          <Box className="list-second">
            <Box className="muted grow">{note}</Box>
            {meta && <Box className="list-meta">{meta}</Box>}
          </Box>
        )}
      </Box>
      {after ?? (onPress && <Icon name="right" tone="muted" />)}
    </>
  );
  const className = `list-row ${selected ? 'is-selected' : ''}`;
  if (!onPress) return <Box className={className}>{content}</Box>;
  return (
    <Press className={className} onPress={onPress} label={label} current={selected}>
      {content}
    </Press>
  );
}

export interface TimelineItem {
  key: string;
  title: ReactNode;
  note?: ReactNode;
  time?: ReactNode;
  state: 'now' | 'done' | 'next';
}

export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <Box role="list" className="timeline">
    {items.map((item) => (
      <Box key={item.key} role="listitem" className={`timeline-item timeline-${item.state}`}>
        <Box className="strong">{item.title}</Box>
        {item.note && <Box className="muted">{item.note}</Box>}
        {item.time && <Box className="caption">{item.time}</Box>}
      </Box>
    ))}
  </Box>
);

export interface Fact {
  label: string;
  value: ReactNode;
}

export const Facts = ({ items }: { items: readonly Fact[] }) => (
  <Box className="facts">
    {items.map(({ label, value }) => (
      <Box key={label} className="fact">
        <Box className="caption">{label}</Box>
        <Box>{value}</Box>
      </Box>
    ))}
  </Box>
);

/** `part` from 0 to 1. */
export const Progress = ({ part, label }: { part: number; label: string }) => (
  <Box className="progress" role="img" label={label}>
    <Span className="progress-part" style={{ width: `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%` }} />
  </Box>
);
