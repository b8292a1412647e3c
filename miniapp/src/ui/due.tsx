/** A due time as people say it: a line in a list, or the box that a ticket opens with. */
import { dueText, fullWhenText, spanText, urgencyOf, type Urgency } from '../platform/due-text';
import { useTexts } from '../use/use-texts';
import { Box } from './elements';
import { Icon } from './icon';

export interface DueProps {
  /** Milliseconds UTC. */
  at: number;
  now: number;
  /** The box with the full date and what is left. */
  big?: boolean;
  /** Over the date in the box: 预计办结. */
  title?: string;
}

/** The colour of a due time, wherever one stands. */
export const DUE_TONES: Record<Urgency, string> = { calm: 'calm', soon: 'soon', pressing: 'urgent', over: 'urgent' };

export function Due({ at, now, big, title }: DueProps) {
  const { t } = useTexts();
  const tone = DUE_TONES[urgencyOf(at, now)];
  if (!big) {
    return (
      <Box className={`due due-${tone}`}>
        {tone === 'urgent' && <Icon name="alert" />}
        {dueText(t, at, now)}
      </Box>
    );
  }
  const span = spanText(t, Math.abs(at - now));
  return (
    <Box className={`due-box due-box-${tone}`}>
      <Box className="grow">
        {title && <Box className="due-title">{title}</Box>}
        <Box className="strong due-moment">{t('app.time.by', { when: fullWhenText(t, at, now) })}</Box>
      </Box>
      <Box className="strong due-span">{t(at < now ? 'app.time.over' : 'app.time.left', { span })}</Box>
    </Box>
  );
}
