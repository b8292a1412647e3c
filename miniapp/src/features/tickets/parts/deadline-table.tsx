/** All grades and clocks: a table at a desk, grade by grade on a phone; a cell opens to be changed. */
import { useState } from 'react';
import { CLOCKS, GRADES, type ClockName, type Grade } from '@sevengrid/shared/tickets/terms';
import { Box, Card, Chip, FilterChips, ListRow, Press, Span } from '../../../ui';
import { useTexts, useWide } from '../../../use';
import { ruleAt, type Cell } from './deadline-rules';
import { cellWords, detailWords, lengthWords } from './deadline-words';
import type { Editing } from './use-deadlines';

interface DeadlineTableProps {
  categoryId: string | null;
  editing: Editing;
  /** Undefined where one may only read. */
  onOpen: ((cell: Cell) => void) | undefined;
}

export function DeadlineTable(props: DeadlineTableProps) {
  return useWide() ? <Wide {...props} /> : <Narrow {...props} />;
}

/** What holds in a cell: its own rule, or for one kind of matter the one of all. */
function useCell({ categoryId, editing }: DeadlineTableProps, grade: Grade, clock: ClockName) {
  const { t } = useTexts();
  const cell: Cell = { categoryId, grade, clock };
  const own = ruleAt(editing.rules, cell);
  const rule = own ?? ruleAt(editing.rules, { ...cell, categoryId: null });
  return {
    cell,
    name: cellWords(t, cell),
    set: rule !== null,
    length: lengthWords(t, rule),
    details: detailWords(t, rule),
    mark: editing.isChanged(cell)
      ? t('tickets.deadlines.changed')
      : categoryId !== null && own
        ? t('tickets.deadlines.ownRule')
        : null,
  };
}

function WideCell({ grade, clock, ...props }: DeadlineTableProps & { grade: Grade; clock: ClockName }) {
  const { cell, name, set, length, details, mark } = useCell(props, grade, clock);
  const { onOpen } = props;
  const content = (
    <>
      <Span className={set ? 'strong' : 'deadline-detail'}>{length}</Span>
      {details.map((line) => (
        <Span key={line} className="deadline-detail">
          {line}
        </Span>
      ))}
      {mark && (
        <Chip tone="gold" shape="none">
          {mark}
        </Chip>
      )}
    </>
  );
  return (
    <Box role="cell" className="deadline-cell">
      {onOpen ? (
        <Press
          className="deadline-press"
          label={[name, length, ...details, mark].filter(Boolean).join(', ')}
          onPress={() => onOpen(cell)}
        >
          {content}
        </Press>
      ) : (
        <Box className="deadline-press">{content}</Box>
      )}
    </Box>
  );
}

function Wide(props: DeadlineTableProps) {
  const { t } = useTexts();
  return (
    <Card>
      <Box role="table" label={t('tickets.deadlines.title')} className="deadline-table">
        <Box role="row" className="deadline-row">
          <Box role="columnheader" className="deadline-head" />
          {GRADES.map((grade) => (
            <Box key={grade} role="columnheader" className="deadline-head">
              {t(`tickets.grade.${grade}`)}
            </Box>
          ))}
        </Box>
        {CLOCKS.map((clock) => (
          <Box key={clock} role="row" className="deadline-row">
            <Box role="rowheader" className="deadline-clock">
              {t(`tickets.deadlines.clock.${clock}`)}
            </Box>
            {GRADES.map((grade) => (
              <WideCell key={grade} {...props} grade={grade} clock={clock} />
            ))}
          </Box>
        ))}
      </Box>
    </Card>
  );
}

function NarrowRow({ grade, clock, ...props }: DeadlineTableProps & { grade: Grade; clock: ClockName }) {
  const { t } = useTexts();
  const { cell, name, set, length, details, mark } = useCell(props, grade, clock);
  const { onOpen } = props;
  return (
    <ListRow
      title={t(`tickets.deadlines.clock.${clock}`)}
      note={
        <>
          <Span className={set ? 'deadline-length' : ''}>{length}</Span>
          {details.map((line) => ` · ${line}`)}
        </>
      }
      meta={
        mark && (
          <Chip tone="gold" shape="none">
            {mark}
          </Chip>
        )
      }
      label={[name, length, ...details, mark].filter(Boolean).join(', ')}
      onPress={onOpen && (() => onOpen(cell))}
    />
  );
}

function Narrow(props: DeadlineTableProps) {
  const { t } = useTexts();
  const [grade, choose] = useState<Grade>('G2');
  return (
    <>
      <FilterChips
        label={t('tickets.deadlines.grade')}
        options={GRADES.map((value) => ({ value, label: t(`tickets.grade.${value}`) }))}
        value={grade}
        onChange={choose}
      />
      <Card>
        {CLOCKS.map((clock) => (
          <NarrowRow key={clock} {...props} grade={grade} clock={clock} />
        ))}
      </Card>
    </>
  );
}
