/** Staff's home: what runs out of time in the community, what waits for a return visit, and the ways to everything else. */
import { go } from '../../../platform/navigate';
import { Button, NoPermission, Page } from '../../../ui';
import { useMe, useRefreshWork, useTexts, useWide } from '../../../use';
import { BindingsRow } from './bindings-row';
import { CodeVerb, FileForVerbs } from './file-for-verbs';
import { SetUpRow } from './set-up-row';
import { WorkHomeList } from './work-home-list';
import { WorkTiles } from './work-tiles';

const QUEUES = [
  { queue: 'to_do', words: 'work.queue.to_do' },
  { queue: 'due_soon', words: 'work.queue.due_soon.staff' },
  { queue: 'to_verify', words: 'work.queue.to_verify' },
] as const;

export function StaffHome() {
  const { t } = useTexts();
  const { may } = useMe();
  const refresh = useRefreshWork();
  const wide = useWide();
  const queues = may('ticket.verify') ? QUEUES : QUEUES.filter(({ queue }) => queue !== 'to_verify');
  const files = may('ticket.file_for') || may('card.look_up');
  return (
    <Page
      title={t('work.home.title.staff')}
      tab="home"
      onRefresh={refresh}
      extra={<CodeVerb />}
      footer={files && <FileForVerbs />}
    >
      <SetUpRow />
      <WorkTiles />
      {wide && may('ticket.read') && (
        <Button kind="secondary" icon="list" onPress={() => go('tickets/desk')}>
          {t('work.home.desk')}
        </Button>
      )}
      <BindingsRow />
      {may('ticket.read') ? <WorkHomeList queues={queues} withGrid /> : !may('grid.read') && <NoPermission />}
    </Page>
  );
}
