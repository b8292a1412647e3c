/** The code as large as the screen allows, with how long it stands and how many have come. */
import type { CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import type { BoardView, ShownCodeView } from '@sevengrid/shared/volunteering/presence.views';
import { clockText } from '../../../platform/due-text';
import { Box, Heading, Progress } from '../../../ui';
import { Qr } from '../../../ui/qr';
import { useTexts } from '../../../use';
import './code-screen.scss';

const SECOND = 1000;

export interface CodeScreenProps {
  point: CodePoint;
  shown: ShownCodeView;
  now: number;
  board: BoardView | undefined;
}

export function CodeScreen({ point, shown, now, board }: CodeScreenProps) {
  const { t } = useTexts();
  const [from, until] = [Date.parse(shown.from), Date.parse(shown.until)];
  const left = Math.max(1, Math.ceil((until - now) / SECOND));
  return (
    <Box className="volunteering-code">
      <Heading className="volunteering-code-verb">{t(`volunteering.code.scan.${point}`)}</Heading>
      <Qr text={shown.link} label={t(point === 'in' ? 'volunteering.code.label' : 'volunteering.code.label.out')} />
      <Progress part={(until - now) / (until - from)} label={t('volunteering.code.next', { n: left })} />
      <Box className="volunteering-code-foot">
        <Box>{t('volunteering.code.next', { n: left })}</Box>
        <Box>{t('volunteering.code.time', { time: clockText(now) })}</Box>
      </Box>
      {board && (
        <Box className="volunteering-code-count">
          {t('volunteering.code.count', { n: board.present + board.gone, of: board.signedUp })}
        </Box>
      )}
    </Box>
  );
}
