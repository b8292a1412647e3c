/** In whose hands it lay, and for how long: one bar of all the time, and its parts in words. */
import type { HeldView } from '@sevengrid/shared/tickets/views';
import { Box, Caption, Card, Heading, Row, Span, Stack, Strong } from '../../../ui';
import { spanText, useTexts } from '../../../use';
import './ticket-held.scss';

const MINUTE = 60_000;
/** A part shorter than this would not be seen. */
const LEAST_PERCENT = 2;

export function TicketHeld({ held }: { held: readonly HeldView[] }) {
  const { t } = useTexts();
  const parts = held.filter(({ minutes }) => minutes > 0);
  const all = parts.reduce((sum, { minutes }) => sum + minutes, 0);
  if (parts.length < 2) return null;
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={3}>{t('tickets.sides.held')}</Heading>
        <Box className="held-bar" silent>
          {parts.map(({ hands, minutes }) => (
            <Span
              key={hands}
              className={`held-part held-${hands}`}
              style={{ flexGrow: Math.max(LEAST_PERCENT, Math.round((minutes / all) * 100)) }}
            />
          ))}
        </Box>
        <Box>
          {parts.map(({ hands, minutes }) => (
            <Row key={hands} gap={2} className="held-row">
              <Span silent className={`held-swatch held-${hands}`} />
              <Span className="grow">{t(`tickets.hands.${hands}`)}</Span>
              <Strong className="tabular">{spanText(t, minutes * MINUTE)}</Strong>
            </Row>
          ))}
        </Box>
        <Caption>{t('tickets.sides.held.note')}</Caption>
      </Stack>
    </Card>
  );
}
