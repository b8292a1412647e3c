/** The grid worker's home: what is to be done in the own grid, the most pressing first. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { Page } from '../../../ui';
import { useMe, useRefreshWork, useRoute, useTexts } from '../../../use';
import { BindingsRow } from './bindings-row';
import { CodeVerb, FileForVerbs } from './file-for-verbs';
import { WorkHomeList } from './work-home-list';
import { WorkTiles } from './work-tiles';

const QUEUES = [
  { queue: 'to_do', words: 'work.queue.to_do.worker' },
  { queue: 'due_soon', words: 'work.queue.due_soon' },
  { queue: 'all', words: 'work.queue.all' },
] as const;

export function WorkerHome() {
  const { t, nameOf } = useTexts();
  const { may } = useMe();
  const refresh = useRefreshWork();
  const grids = useRoute(gridRoutes.grids, {}, { when: may('grid.read') }).data?.items ?? [];
  const names = grids.map(nameOf).join(' · ');
  return (
    <Page
      title={names === '' ? t('tickets.queue.title') : t('work.home.title', { grid: names })}
      tab="home"
      onRefresh={refresh}
      extra={<CodeVerb />}
      footer={<FileForVerbs />}
    >
      <WorkHomeList queues={QUEUES} />
      <BindingsRow />
      <WorkTiles />
    </Page>
  );
}
