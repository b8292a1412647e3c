/** What was changed and is not saved: from what to what, undone one by one; and what to do when somebody else saved meanwhile. */
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import type { DeadlinesView } from '@sevengrid/shared/tickets/deadlines.views';
import {
  Box,
  Button,
  Card,
  FaultNotice,
  FootFault,
  Heading,
  ListRow,
  Muted,
  Notice,
  RestoredDraft,
  Stack,
} from '../../../ui';
import { fullWhenText, useClock, useTexts } from '../../../use';
import { keyOf, ruleAt, type Change } from './deadline-rules';
import { cappedWords, cellWords, detailWords, lengthWords } from './deadline-words';
import type { Editing } from './use-deadlines';

interface DeadlineChangesProps {
  view: DeadlinesView;
  categories: readonly CategoryView[];
  editing: Editing;
}

/** `body.rules.7.amount` → 7; none of them for any other field. */
const placeIn = (field: string): number => Number(/^body\.rules\.(\d+)/.exec(field)?.[1] ?? -1);

export function DeadlineChanges({ view, categories, editing }: DeadlineChangesProps) {
  const { t, say } = useTexts();
  const { list, overtaken, save, draft } = editing;
  if (list.length === 0) return null;
  const named = ({ cell }: Pick<Change, 'cell'>): string => {
    const category = categories.find(({ id }) => id === cell.categoryId);
    return [category && say(category.name), cellWords(t, cell)].filter(Boolean).join(' · ');
  };
  const asSent = save.fault?.fields.flatMap(({ field }) => editing.rules[placeIn(field)] ?? []) ?? [];
  return (
    <Card>
      <Heading>{t('tickets.deadlines.changes', { n: list.length })}</Heading>
      <RestoredDraft draft={draft} />
      {overtaken && <Overtaken view={view} editing={editing} named={named} />}
      <Box>
        {list.map((change) => (
          <ChangeRow key={keyOf(change.cell)} change={change} name={named(change)} editing={editing} />
        ))}
      </Box>
      <FaultNotice
        fault={save.fault}
        onClose={save.clear}
        words={{ CHANGED_MEANWHILE: 'tickets.deadlines.overtaken.short' }}
      />
      {asSent.map((cell) => (
        <Muted key={keyOf(cell)}>{t('tickets.deadlines.outOfReach', { cell: named({ cell }) })}</Muted>
      ))}
      <FootFault when={editing.wrong} />
      <Button busy={save.busy} disabled={overtaken} onPress={() => void editing.send()}>
        {t('tickets.deadlines.save')}
      </Button>
    </Card>
  );
}

interface ChangeRowProps {
  change: Change;
  name: string;
  editing: Editing;
}

function ChangeRow({ change, name, editing }: ChangeRowProps) {
  const { t } = useTexts();
  const told = (rule: Change['rule']): string => [lengthWords(t, rule), ...detailWords(t, rule)].join(', ');
  return (
    <ListRow
      title={name}
      note={
        <>
          <Box>{t('tickets.deadlines.change', { was: told(change.was), becomes: told(change.rule) })}</Box>
          {editing.isCapped(change.rule) && <Box>{cappedWords(t, change.rule)}</Box>}
        </>
      }
      after={
        <Button kind="ghost" label={`${t('tickets.deadlines.undo')} ${name}`} onPress={() => editing.undo(change)}>
          {t('tickets.deadlines.undo')}
        </Button>
      }
    />
  );
}

interface OvertakenProps {
  view: DeadlinesView;
  editing: Editing;
  named: (change: Change) => string;
}

/** Nothing is lost: these changes go over the newer version once they were looked at. */
function Overtaken({ view, editing, named }: OvertakenProps) {
  const { t } = useTexts();
  const now = useClock();
  const [latest] = view.versions;
  const by = {
    who: latest?.writtenByName ?? '',
    when: latest ? fullWhenText(t, Date.parse(latest.validFrom), now) : '',
    n: view.version,
  };
  return (
    <Notice tone="warn">
      <Stack gap={2}>
        <Box>{t('tickets.deadlines.overtaken', by)}</Box>
        {editing.clashes.map((change) => (
          <Box key={keyOf(change.cell)}>
            {t('tickets.deadlines.clash', {
              cell: named(change),
              theirs: lengthWords(t, ruleAt(view.rules, change.cell)),
              yours: lengthWords(t, change.rule),
            })}
          </Box>
        ))}
        <Button kind="secondary" onPress={editing.goOn}>
          {t('tickets.deadlines.goOn')}
        </Button>
      </Stack>
    </Notice>
  );
}
