/** The grid worker: a drawn face, the name, whether on duty, and the call button before everything else. */
import type { ReactNode } from 'react';
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { dial } from '../platform/phone';
import { useTexts } from '../use/use-texts';
import { Avatar } from './avatar';
import { Button } from './button';
import { Card } from './card';
import { Chip } from './chip';
import { Box } from './elements';
import { Grow, Row, Stack } from './layout';
import { Heading, Muted } from './type';

type Known = Pick<CardScanView, 'worker' | 'backup' | 'gridName' | 'gridNameBo' | 'dutyPhone'>;

/** Whoever answers today: the backup while the worker is away. */
export const answering = ({ worker, backup }: Pick<CardScanView, 'worker' | 'backup'>) =>
  worker && !worker.onLeave ? worker : (backup ?? worker);

export interface WorkerCardProps {
  card: Known;
  /** Beside the call button. */
  children?: ReactNode;
  /** Face and name alone, where a tile calls. */
  bare?: boolean;
  /** A card at somebody else's door. */
  elsewhere?: boolean;
}

export function WorkerCard({ card, children, bare, elsewhere }: WorkerCardProps) {
  const { t, gridName } = useTexts();
  const who = answering(card);
  const role = who?.role === 'backup' ? 'home.worker.backup' : elsewhere ? 'home.worker.this' : 'home.worker.yours';
  const name = who?.displayName ?? t('home.worker.none');
  return (
    <Card>
      <Stack>
        <Row align="start">
          {who && <Avatar name={who.displayName} size={bare ? 'large' : 'middle'} />}
          <Grow>
            <Heading>{name}</Heading>
            <Muted>{`${gridName(card)} · ${t(role)}`}</Muted>
          </Grow>
          {who && !bare && <DutyChip onDuty={who.onDuty} />}
        </Row>
        {!bare && (
          <Row wrap>
            <Button grow icon="phone" onPress={() => dial(card.dutyPhone)}>
              {t('app.verb.call')}
            </Button>
            {children}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function DutyChip({ onDuty }: { onDuty: boolean }) {
  const { t } = useTexts();
  return (
    <Box className="worker-duty">
      <Chip tone={onDuty ? 'calm' : 'quiet'} shape={onDuty ? 'dot' : 'ring'}>
        {t(onDuty ? 'home.worker.onDuty' : 'home.worker.offDuty')}
      </Chip>
    </Box>
  );
}
