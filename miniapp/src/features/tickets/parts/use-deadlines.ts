/** The deadlines being changed: cell by cell over the version that was read, kept as a draft, saved as a new version. */
import { useMemo } from 'react';
import { WriteDeadlines } from '@sevengrid/shared/tickets/deadlines.requests';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { DeadlinesView } from '@sevengrid/shared/tickets/deadlines.views';
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { isAlwaysCapped } from '@sevengrid/shared/tickets/capped';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';
import { useDo, useDraft, useForm, useRoute } from '../../../use';
import {
  bothChanged,
  changed,
  inputOf,
  keyOf,
  rebased,
  ruleAt,
  withChange,
  type Cell,
  type Change,
  type Changes,
  type Rule,
} from './deadline-rules';

interface Draft {
  /** The version that the changes were made to; -1 before there is any. */
  basedOn: number;
  changes: Changes;
}

const BLANK: Draft = { basedOn: -1, changes: {} };

/** What a change of the rules makes old. */
const CHANGED = [deadlineRoutes.read, setUpRoutes.checklist] as const;

export function useDeadlines(view: DeadlinesView, again: () => Promise<unknown>) {
  const draft = useDraft<Draft>(`tickets.deadlines.${view.communityId}`, BLANK);
  const { basedOn, changes } = draft.form;
  const list: Change[] = Object.values(changes);
  /** Somebody saved a version since: these changes were made to an older one. */
  const overtaken = list.length > 0 && basedOn !== view.version;
  const rules = useMemo(() => changed(view.rules, changes), [view.rules, changes]);
  const { communityId, version } = view;
  const body = useMemo(
    () => ({ communityId, basedOn: version, rules: rules.map(inputOf) }),
    [communityId, version, rules],
  );
  const form = useForm(WriteDeadlines, body);
  const week = useRoute(deadlineRoutes.calendar, { query: { communityId } }).data ?? ORDINARY_HOURS;
  const save = useDo(deadlineRoutes.write, { then: draft.startAfresh, refresh: CHANGED });
  const keep = (next: Changes): void => draft.put({ basedOn: overtaken ? basedOn : view.version, changes: next });
  return {
    ...{ draft, list, overtaken, rules, save },
    wrong: form.wrong,
    clashes: overtaken ? bothChanged(view.rules, changes) : [],
    /** The cap comes first whatever the length, in the community's ordinary week. */
    isCapped: (rule: Rule | null) => rule !== null && isAlwaysCapped(rule, week),
    isChanged: (cell: Cell) => keyOf(cell) in changes,
    put: (cell: Cell, rule: Rule | null) => keep(withChange(changes, cell, rule, ruleAt(view.rules, cell))),
    undo: ({ cell }: Change) => keep(withChange(changes, cell, changes[keyOf(cell)]?.was ?? null, null)),
    /** The changes are put over the newer version, now that they were looked at. */
    goOn: () => draft.put({ basedOn: view.version, changes: rebased(view.rules, changes) }),
    send: async () => {
      if (form.check() && !(await save.run({ body }))) await again();
    },
  };
}

export type Editing = ReturnType<typeof useDeadlines>;
