/** One card of a household with what may be done to it. */
import { CARD_ENDINGS } from '@sevengrid/shared/cards/requests';
import type { CardView } from '@sevengrid/shared/cards/views';
import { Button, Caption, Card, Chip, Heading, Muted, Row, Stack } from '../../../ui';
import { useClock, useMe, useTexts, whenText } from '../../../use';

export type CardVerb = 'end' | 'rotate' | 'reprint';

interface CardRowProps {
  card: CardView;
  onVerb: (verb: CardVerb) => void;
}

const TONES = { active: 'calm', lost: 'urgent', revoked: 'quiet' } as const;
const SHAPES = { active: 'check', lost: 'triangle', revoked: 'square' } as const;

export function CardRow({ card, onVerb }: CardRowProps) {
  const { t } = useTexts();
  const { may } = useMe();
  const now = useClock();
  const ended = card.endedAt && t('work.card.endedAt', { when: whenText(t, Date.parse(card.endedAt), now) });
  const because = CARD_ENDINGS.find((ending) => ending === card.endedBecause);
  return (
    <Card>
      <Stack gap={1}>
        <Row wrap gap={2}>
          <Heading level={3}>{t('work.card.code', { code: card.shortCode })}</Heading>
          <Chip tone={TONES[card.status]} shape={SHAPES[card.status]}>
            {t(`work.card.status.${card.status}`)}
          </Chip>
        </Row>
        <Muted>
          {t('work.card.version', { n: card.version })}
          {' · '}
          {t('work.card.issuedAt', { when: whenText(t, Date.parse(card.issuedAt), now) })}
        </Muted>
        {ended && <Caption>{because ? `${ended} · ${t(`work.card.because.${because}`)}` : ended}</Caption>}
      </Stack>
      {card.status === 'active' && (
        <Row wrap gap={2}>
          {may('card.issue') && (
            <>
              <Button kind="secondary" grow onPress={() => onVerb('rotate')}>
                {t('work.card.rotate')}
              </Button>
              <Button kind="ghost" onPress={() => onVerb('end')}>
                {t('work.card.end')}
              </Button>
            </>
          )}
          {may('card.read_link') && (
            <Button kind="ghost" onPress={() => onVerb('reprint')}>
              {t('work.card.reprint')}
            </Button>
          )}
        </Row>
      )}
    </Card>
  );
}
