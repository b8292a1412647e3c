/** Something one may add: a line to tap, with the fields below it once opened. */
import type { ReactNode } from 'react';
import { Card, Icon, Press, Span, Stack, type IconName } from '../../../ui';
import './fold.scss';

export interface FoldProps {
  icon: IconName;
  title: string;
  hint?: string;
  open: boolean;
  onToggle: () => void;
  children?: ReactNode;
}

export function Fold({ icon, title, hint, open, onToggle, children }: FoldProps) {
  return (
    <Card>
      <Press className="tickets-fold" expanded={open} onPress={onToggle}>
        <Icon name={icon} tone="primary" />
        <Span className="grow">
          <Span className="choice-label">{title}</Span>
          {hint && <Span className="choice-hint">{hint}</Span>}
        </Span>
        <Icon name={open ? 'close' : 'plus'} tone="muted" />
      </Press>
      {open && (
        <Stack gap={3} className="tickets-folded">
          {children}
        </Stack>
      )}
    </Card>
  );
}
