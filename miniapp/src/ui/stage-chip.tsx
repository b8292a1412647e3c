/** How a ticket stands, as a word with a shape, and how far it has come: the same wherever a ticket is named. */
import type { Stage } from '@sevengrid/shared/tickets/flows';
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import type { TextKey } from '../platform/translate';
import { useTexts } from '../use/use-texts';
import { Chip, type ChipProps } from './chip';
import { Progress } from './lists';

const LOOKS: Record<Stage, Required<Pick<ChipProps, 'tone' | 'shape'>> & { part: number }> = {
  submitted: { tone: 'quiet', shape: 'ring', part: 0.15 },
  accepted: { tone: 'calm', shape: 'dot', part: 0.35 },
  working: { tone: 'calm', shape: 'dot', part: 0.6 },
  reopened: { tone: 'soon', shape: 'ring', part: 0.4 },
  resolved: { tone: 'gold', shape: 'check', part: 0.85 },
  verified: { tone: 'quiet', shape: 'check', part: 1 },
  confirmed: { tone: 'quiet', shape: 'check', part: 1 },
  declined: { tone: 'quiet', shape: 'square', part: 1 },
  withdrawn: { tone: 'quiet', shape: 'square', part: 1 },
};

export interface StageChipProps {
  stage: Stage;
  /** Read by those at work, who are told something else than the person who asked. */
  atWork?: boolean;
}

export function StageChip({ stage, atWork }: StageChipProps) {
  const { t } = useTexts();
  const { tone, shape } = LOOKS[stage];
  return (
    <Chip tone={tone} shape={shape}>
      {t(atWork ? `work.stage.${stage}` : `tickets.stage.${stage}`)}
    </Chip>
  );
}

/** What a matter is to whoever asked for it: what waits for their own word says so before its stage does. */
export function askedStageKey({
  stage,
  phase,
  onBehalf,
}: Pick<TicketRowView, 'stage' | 'phase' | 'onBehalf'>): TextKey {
  if (phase === 'waiting_requester') return onBehalf ? 'tickets.waits.behalf' : 'tickets.waits.you';
  return stage === 'resolved' && onBehalf ? 'tickets.stage.resolved.behalf' : `tickets.stage.${stage}`;
}

/** How it stands, for whoever asked. */
export function AskedChip({ ticket }: { ticket: Pick<TicketRowView, 'stage' | 'phase' | 'onBehalf'> }) {
  const { t } = useTexts();
  const waits = ticket.phase === 'waiting_requester';
  const { tone, shape } = waits ? ({ tone: 'soon', shape: 'ring' } as const) : LOOKS[ticket.stage];
  return (
    <Chip tone={tone} shape={shape}>
      {t(askedStageKey(ticket))}
    </Chip>
  );
}

export function StageProgress({ stage }: { stage: Stage }) {
  const { t } = useTexts();
  return (
    <Progress part={LOOKS[stage].part} label={t('tickets.progress.label', { stage: t(`tickets.stage.${stage}`) })} />
  );
}
