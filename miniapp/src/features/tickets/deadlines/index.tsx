/** How long each step may take, by grade and kind of matter; leads and admins change it, as a new version. */
import { useState } from 'react';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { DeadlinesView } from '@sevengrid/shared/tickets/deadlines.views';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { Card, Caption, FilterChips, Heading, ListRow, Loaded, Muted, Notice, Page } from '../../../ui';
import { fullWhenText, useClock, useQueryOf, useRoute, useTexts } from '../../../use';
import { DeadlineChanges } from '../parts/deadline-changes';
import type { Cell } from '../parts/deadline-rules';
import { DeadlineSheet } from '../parts/deadline-sheet';
import { DeadlineTable } from '../parts/deadline-table';
import { useDeadlines } from '../parts/use-deadlines';
import { WhoseRules } from '../parts/whose-rules';
import './index.scss';
import '../../../texts/apart/rules';
import '../../../texts/apart/ticket';

const ALL = 'all';

export default function Deadlines() {
  const { t } = useTexts();
  const { communityId } = useQueryOf<{ communityId?: string }>();
  const deadlines = useRoute(deadlineRoutes.read, { query: { communityId } });
  const whose = deadlines.data?.communityId;
  const categories = useRoute(ticketRoutes.categories, { query: { communityId: whose } }, { when: Boolean(whose) });
  return (
    <Page title={t('tickets.deadlines.title')} wide onRefresh={deadlines.again}>
      <Muted>{t('tickets.deadlines.lead')}</Muted>
      {whose && <WhoseRules page="tickets/deadlines" communityId={whose} />}
      <Loaded of={deadlines}>
        {(view) => (
          <Loaded of={categories}>
            {({ items }) => <Board key={view.communityId} view={view} categories={items} again={deadlines.again} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface BoardProps {
  view: DeadlinesView;
  categories: readonly CategoryView[];
  again: () => Promise<unknown>;
}

function Board({ view, categories, again }: BoardProps) {
  const { t, say } = useTexts();
  const [categoryId, choose] = useState<string>(ALL);
  const [open, setOpen] = useState<Cell>();
  const editing = useDeadlines(view, again);
  const { save } = editing;
  const category = categories.find(({ id }) => id === categoryId);
  const own = new Set(editing.rules.map((rule) => rule.categoryId));
  const labelOf = ({ id, name }: CategoryView): string => (own.has(id) ? `${say(name)} *` : say(name));
  return (
    <>
      {save.done && (
        <Notice tone="good" onClose={save.clear}>
          {t('tickets.deadlines.saved', { n: save.done.version })}
        </Notice>
      )}
      <FilterChips
        label={t('tickets.deadlines.category')}
        options={[
          { value: ALL, label: t('tickets.deadlines.category.all') },
          ...categories.map((one) => ({ value: one.id, label: labelOf(one) })),
        ]}
        value={categoryId}
        onChange={choose}
      />
      {category && <Caption>{t('tickets.deadlines.category.lead')}</Caption>}
      <DeadlineTable categoryId={category?.id ?? null} editing={editing} onOpen={view.editable ? setOpen : undefined} />
      <DeadlineChanges view={view} categories={categories} editing={editing} />
      {!view.editable && <Muted>{t('tickets.deadlines.readOnly')}</Muted>}
      <Versions view={view} />
      {open && (
        <DeadlineSheet
          cell={open}
          category={category ? say(category.name) : null}
          editing={editing}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Versions({ view: { versions, version: inForce } }: { view: DeadlinesView }) {
  const { t } = useTexts();
  const now = useClock();
  return (
    <Card>
      <Heading>{t('tickets.deadlines.versions')}</Heading>
      {versions.map(({ version, validFrom, writtenByName }) => (
        <ListRow
          key={version}
          title={t(version === inForce ? 'tickets.deadlines.version.now' : 'tickets.deadlines.version.old', {
            n: version,
          })}
          note={[fullWhenText(t, Date.parse(validFrom), now), writtenByName].filter(Boolean).join(' · ')}
        />
      ))}
      {versions.length === 0 && <Muted>{t('tickets.deadlines.version.first')}</Muted>}
    </Card>
  );
}
