/** Rows of an import, of one kind at a time: where each stands, what is wrong with it, what it says. */
import { useState } from 'react';
import { KEPT_BECAUSE, ROW_PROBLEMS } from '@sevengrid/shared/grids/import-problems';
import type { RowGroup } from '@sevengrid/shared/grids/imports.requests';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportRowView } from '@sevengrid/shared/grids/imports.views';
import { REGISTER, columnsOf } from '@sevengrid/shared/grids/register-sheets';
import { Box, Caption, Card, Empty, FilterChips, Heading, Icon, Listed, ListRow, Row, Stack } from '../../../ui';
import { useInfinite, useTexts, type Words } from '../../../use';

export interface ImportRowsProps {
  id: string;
  /** In the order in which they are offered, with how many there are. */
  groups: readonly { group: RowGroup; count: number }[];
}

export function ImportRows({ id, groups }: ImportRowsProps) {
  const { t } = useTexts();
  const [chosen, choose] = useState<RowGroup>();
  const there = groups.filter(({ count }) => count > 0);
  const group = there.some((one) => one.group === chosen) ? chosen : there[0]?.group;
  if (group === undefined) return null;
  return (
    <>
      <Heading>{t('grids.import.rows')}</Heading>
      <FilterChips
        label={t('grids.import.rows')}
        options={there.map((one) => ({
          value: one.group,
          label: t(`grids.import.group.${one.group}`),
          count: one.count,
        }))}
        value={group}
        onChange={choose}
      />
      <RowsOf key={group} id={id} group={group} />
    </>
  );
}

function RowsOf({ id, group }: { id: string; group: RowGroup }) {
  const { t } = useTexts();
  const list = useInfinite(importRoutes.rows, { params: { id }, query: { group } });
  return (
    <Listed of={list} rows={4} empty={<Empty title={t('grids.import.rows.none')} />}>
      {(items) => (
        <Card>
          {items.map((row) => (
            <RowLine key={row.id} row={row} />
          ))}
        </Card>
      )}
    </Listed>
  );
}

/** A sentence for each thing to be told of a row. */
function toldOf({ sheet, problems, keptBecause }: ImportRowView, { t, say }: Words): string[] {
  const headers = new Map(columnsOf(sheet).map(([key, spec]) => [key, say(spec.header)]));
  const told = problems.map(({ column, code, other }) => {
    const words = say(ROW_PROBLEMS[code]).replace('{row}', String(other ?? ''));
    const header = column === null ? undefined : headers.get(column);
    return header ? t('grids.import.row.column', { column: header, words }) : words;
  });
  return keptBecause ? [...told, t('grids.import.row.kept', { why: say(KEPT_BECAUSE[keptBecause]) })] : told;
}

function RowLine({ row }: { row: ImportRowView }) {
  const words = useTexts();
  const sheet = words.say(REGISTER[row.sheet].name);
  const cells = row.cells.filter((cell) => cell !== '').join(' · ');
  return (
    <ListRow
      title={words.t('grids.import.row.at', { sheet, n: row.row })}
      note={
        <Stack gap={1}>
          {toldOf(row, words).map((told) => (
            <Row key={told} gap={1} align="start" className="row-told">
              <Icon name="alert" />
              <Box className="grow">{told}</Box>
            </Row>
          ))}
          {cells !== '' && <Caption>{cells}</Caption>}
        </Stack>
      }
    />
  );
}
