/** One notice: an unread mark in word and shape, the sentence, which matter, when. */
import type { NoticeView } from '@sevengrid/shared/notices/views';
import { Box, Caption, Chip, ListRow } from '../../../ui';
import { useClock, useTexts, whenText } from '../../../use';
import { aboutText, noticeText } from './notice-words';

export function NoticeRow({ notice, onPress }: { notice: NoticeView; onPress: () => void }) {
  const { t, say } = useTexts();
  const now = useClock();
  const sentence = noticeText(t, notice, now);
  const about = aboutText(say, notice);
  return (
    <ListRow
      label={notice.read ? undefined : `${t('notices.inbox.unread')}, ${sentence} ${about}`}
      title={
        <Box className={notice.read ? 'notices-read' : ''}>
          {!notice.read && (
            <Box className="notices-mark">
              <Chip tone="urgent" shape="dot">
                {t('notices.inbox.unread')}
              </Chip>
            </Box>
          )}
          {sentence}
        </Box>
      }
      note={
        <>
          {about && <Box>{about}</Box>}
          <Caption>{whenText(t, Date.parse(notice.at), now)}</Caption>
        </>
      }
      onPress={onPress}
    />
  );
}
