/** One person on the board: since when, until when, how it is known, and what asks for a look, in words. */
import type { AttendanceView } from '@sevengrid/shared/volunteering/presence.views';
import { clockText } from '../../../platform/due-text';
import { Box, Chip, ListRow, Row, type ChipProps } from '../../../ui';
import { useTexts, type Translate } from '../../../use';

type Tone = ChipProps['tone'];

const TONES: Record<AttendanceView['standing'], Tone> = {
  present: 'calm',
  needs_second: 'soon',
  needs_tick: 'soon',
  counts: 'calm',
  refused: 'quiet',
  awarded: 'gold',
  taken_back: 'quiet',
};

export function StandingChip({ of }: { of: AttendanceView['standing'] }) {
  const { t } = useTexts();
  return (
    <Chip tone={TONES[of]} shape={of === 'counts' ? 'check' : undefined}>
      {t(`volunteering.standing.${of}`)}
    </Chip>
  );
}

/** 09:02 到，11:00 走 */
export function timesOf(t: Translate, { inAt, outAt }: Pick<AttendanceView, 'inAt' | 'outAt'>): string {
  const from = clockText(Date.parse(inAt));
  return outAt
    ? t('volunteering.board.span', { from, to: clockText(Date.parse(outAt)) })
    : t('volunteering.board.from', { from });
}

export function Signals({ of }: { of: AttendanceView['signals'] }) {
  const { t } = useTexts();
  return (
    <Row gap={2} wrap>
      {of.map((signal) => (
        <Chip key={signal} tone="soon" shape="triangle">
          {t(`volunteering.signal.${signal}`)}
        </Chip>
      ))}
    </Row>
  );
}

export function AttendanceRow({ of, onPress }: { of: AttendanceView; onPress: () => void }) {
  const { t } = useTexts();
  return (
    <ListRow
      title={of.displayName}
      note={
        <>
          <Box>{`${timesOf(t, of)} · ${t(`volunteering.how.${of.how}`)}`}</Box>
          {of.signals.length > 0 && <Signals of={of.signals} />}
        </>
      }
      meta={<StandingChip of={of.standing} />}
      onPress={onPress}
    />
  );
}
