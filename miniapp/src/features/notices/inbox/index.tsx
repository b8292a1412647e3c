/** The inbox: every move of one's matters in a sentence; a tap opens the matter. */
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import type { NoticeView } from '@sevengrid/shared/notices/views';
import { go } from '../../../platform/navigate';
import { Button, Card, Empty, FaultNotice, Listed, NeedLogin, Page } from '../../../ui';
import { useDo, useInfinite, useMe, useTexts, useUnread } from '../../../use';
import { NoticeRow } from '../parts/notice-row';
import './index.scss';

export default function Inbox() {
  const { t } = useTexts();
  const { loggedIn, may } = useMe();
  const reads = may('notice.read');
  const list = useInfinite(noticeRoutes.inbox, { query: {} }, { when: reads });
  const mark = useDo(noticeRoutes.markRead);
  const unread = useUnread();
  const open = (notice: NoticeView): void => {
    if (!notice.read) void mark.run({ body: { ids: [notice.id] } });
    if (notice.subject.kind === 'ticket') go('tickets/detail', { id: notice.subject.id });
    else if (notice.subject.kind === 'coordination') go('tickets/request', { id: notice.subject.id });
    else if (notice.type === 'binding.asked') go('grids/bindings');
  };
  return (
    <Page title={t('notices.inbox.title')} tab="inbox" onRefresh={reads ? list.again : undefined}>
      {!loggedIn && <NeedLogin />}
      {loggedIn && !reads && <Empty title={t('notices.inbox.guest.title')} hint={t('notices.inbox.guest.hint')} />}
      <FaultNotice fault={mark.fault} onClose={mark.clear} />
      {reads && unread > 0 && (
        <Button kind="ghost" icon="check" busy={mark.busy} onPress={() => void mark.run({ body: { all: true } })}>
          {t('notices.inbox.allRead')}
        </Button>
      )}
      {reads && (
        <Listed of={list} rows={4} end={t('notices.inbox.end')} empty={<NothingYet />}>
          {(items) => (
            <Card>
              {items.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} onPress={() => open(notice)} />
              ))}
            </Card>
          )}
        </Listed>
      )}
    </Page>
  );
}

function NothingYet() {
  const { t } = useTexts();
  const { side } = useMe();
  const ask = side === 'resident' && (
    <Button icon="pen" onPress={() => go('tickets/open')}>
      {t('notices.inbox.empty.ask')}
    </Button>
  );
  return <Empty title={t('notices.inbox.empty')} hint={t('notices.inbox.empty.hint')} action={ask || undefined} />;
}
