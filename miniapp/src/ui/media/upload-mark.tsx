/** How far an attachment has come, in a word and a shape. */
import type { Attachment } from '../../state/attachments';
import type { Translate } from '../../platform/translate';
import { useTexts } from '../../use/use-texts';
import { Box, Span } from '../elements';
import { Icon } from '../icon';

const PERCENT = 100;

export function uploadText(t: Translate, { state, sent, size }: Attachment): string {
  const percent = Math.floor((sent / Math.max(1, size)) * PERCENT);
  if (state === 'waiting' && sent > 0) return t('media.state.paused', { percent });
  return state === 'sending' ? t('media.state.sending', { percent }) : t(`media.state.${state}`);
}

export function UploadMark({ of }: { of: Attachment }) {
  const { t } = useTexts();
  const icon = of.state === 'stored' ? 'check' : of.state === 'refused' ? 'alert' : 'send';
  return (
    <Box className={`upload-mark is-${of.state}`} silent>
      <Icon name={icon} />
      <Span>{uploadText(t, of)}</Span>
    </Box>
  );
}
