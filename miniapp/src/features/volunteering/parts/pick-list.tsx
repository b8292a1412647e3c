/** Ticking several people of a list: rows with a box each, and all of them at once. */
import type { ReactNode } from 'react';
import { Box, Button, Icon, Press, Span } from '../../../ui';
import { useTexts } from '../../../use';
import './pick-list.scss';

export interface Pickable {
  id: string;
  name: string;
  note?: ReactNode;
}

export interface PickListProps {
  label: string;
  items: readonly Pickable[];
  picked: readonly string[];
  onPick: (ids: string[]) => void;
  /** So many at the most, as many as are sent at once. */
  most: number;
}

export function PickList({ label, items, picked, onPick, most }: PickListProps) {
  const { t } = useTexts();
  const flip = (id: string): void =>
    onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id].slice(0, most));
  const all = items.slice(0, most).map(({ id }) => id);
  const hasAll = all.every((id) => picked.includes(id));
  return (
    <Box role="group" label={label} className="stack gap-2">
      <Button kind="ghost" icon="check" onPress={() => onPick(hasAll ? [] : all)}>
        {t(hasAll ? 'volunteering.tick.none' : 'volunteering.tick.all')}
      </Button>
      {items.map(({ id, name, note }) => {
        const isPicked = picked.includes(id);
        return (
          <Press
            key={id}
            role="checkbox"
            checked={isPicked}
            className={`volunteering-pick ${isPicked ? 'is-picked' : ''}`}
            onPress={() => flip(id)}
          >
            <Span className="volunteering-box">{isPicked && <Icon name="check" />}</Span>
            <Box className="grow">
              <Box className="list-title">{name}</Box>
              {note && <Box className="muted">{note}</Box>}
            </Box>
          </Press>
        );
      })}
    </Box>
  );
}
