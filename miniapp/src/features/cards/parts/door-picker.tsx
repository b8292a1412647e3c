/** Picks single doors of a grid, each with how its card stands. */
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { CardDoorView } from '@sevengrid/shared/cards/printing.views';
import { Box, Empty, Listed, Muted, Press, Span, Strong } from '../../../ui';
import { useClock, useInfinite, useTexts, whenText } from '../../../use';
import './door-picker.scss';

/** As the server takes at once. */
const MOST = 200;
const ROWS = 50;

interface DoorPickerProps {
  gridId: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function DoorPicker({ gridId, chosen, onChange }: DoorPickerProps) {
  const { t } = useTexts();
  const list = useInfinite(printingRoutes.doors, { query: { gridId, limit: ROWS } });
  const toggle = (id: string): void => {
    if (chosen.includes(id)) onChange(chosen.filter((one) => one !== id));
    else if (chosen.length < MOST) onChange([...chosen, id]);
  };
  return (
    <Listed of={list} rows={3} empty={<Empty title={t('cards.print.make.none')} />}>
      {(doors) => (
        <>
          <Strong>{t('cards.print.chosen', { n: chosen.length })}</Strong>
          {chosen.length >= MOST && <Muted>{t('cards.print.choose.most')}</Muted>}
          <Box role="group" label={t('cards.print.where.doors')} className="choices columns-2">
            {doors.map((door) => (
              <Door
                key={door.householdId}
                door={door}
                on={chosen.includes(door.householdId)}
                onPress={() => toggle(door.householdId)}
              />
            ))}
          </Box>
        </>
      )}
    </Listed>
  );
}

function Door({ door: { address, card }, on, onPress }: { door: CardDoorView; on: boolean; onPress: () => void }) {
  const { t } = useTexts();
  const now = useClock();
  const printed =
    card?.printedAt && t('cards.print.door.printed', { when: whenText(t, Date.parse(card.printedAt), now) });
  return (
    <Press role="checkbox" checked={on} className={`choice cards-check ${on ? 'is-chosen' : ''}`} onPress={onPress}>
      <Span silent className="choice-mark" />
      <Span className="grow">
        <Span className="choice-label">{address}</Span>
        <Span className="choice-hint">
          {card ? printed || t('cards.print.door.unprinted') : t('cards.print.door.noCard')}
        </Span>
      </Span>
    </Press>
  );
}
