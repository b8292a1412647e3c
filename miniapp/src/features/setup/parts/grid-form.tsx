/** A grid: code, names, branch, duty phone and hours. */
import { AddGrid, WriteGrid } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import { replace } from '../../../platform/navigate';
import { Card, Field, Grow, Page, RestoredDraft, Row } from '../../../ui';
import { useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { minutesOf, writtenTime } from './hours';
import { useEdit, type Edit } from './use-edit';
import { Weekdays } from './weekdays';

export interface GridFields {
  communityId: string | undefined;
  version: number;
  retired: boolean;
  code: string;
  name: string;
  nameBo: string;
  branch: string;
  phone: string;
  days: number[];
  from: string;
  to: string;
}

const orNothing = (words: string): string | undefined => (words.trim() === '' ? undefined : words.trim());

const plain = ({ code, name, nameBo, branch, phone, days, from, to }: GridFields): object => ({
  ...{ code: code.trim(), name, nameBo: orNothing(nameBo), branchName: orNothing(branch) },
  ...{ dutyPhone: phoneDigits(phone), duty: { days, from: minutesOf(from), to: minutesOf(to) } },
});
const writing = (form: GridFields): object => {
  return { version: form.version, retired: form.retired, ...plain(form) };
};
const adding = (form: GridFields): object => ({ communityId: form.communityId, ...plain(form) });

const PATHS = {
  branch: 'branchName',
  phone: 'dutyPhone',
  days: 'duty.days',
  from: 'duty.from',
  to: 'duty.to',
} as const;

const fieldsOf = (grid: GridSetUpView): GridFields => ({
  ...{ communityId: undefined, version: grid.version, retired: grid.retired, code: grid.code, name: grid.name },
  ...{ nameBo: grid.nameBo ?? '', branch: grid.branchName ?? '', phone: grid.dutyPhone, days: grid.duty.days },
  ...{ from: writtenTime(grid.duty.from), to: writtenTime(grid.duty.to) },
});

/** What most grids have: a number, and the hours that offices in Lhasa keep. */
const begun = (nth: number, communityId: string | undefined, phone: string): GridFields => ({
  ...{ communityId, version: 1, retired: false, code: `G${nth}`, name: '', nameBo: '', branch: '', phone },
  ...{ days: [1, 2, 3, 4, 5], from: '9:30', to: '18:30' },
});

export function useGridEdit(grid: GridSetUpView, then: () => void): Edit<GridFields> {
  return useEdit({
    ...{ name: `setup.grid.${grid.id}.${grid.version}`, blank: fieldsOf(grid), request: WriteGrid },
    ...{ route: gridSetUpRoutes.write, bodyOf: writing, params: { id: grid.id }, paths: PATHS, then },
  });
}

export interface AddGridFormProps {
  communityId: string | undefined;
  /** Of how many there are already. */
  nth: number;
  /** The community's own, to begin with. */
  phone: string;
}

export function AddGridForm({ communityId, nth, phone }: AddGridFormProps) {
  const { t } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.grid.new.${communityId ?? ''}.${nth}`, blank: begun(nth, communityId, phone), request: AddGrid },
    ...{ route: gridSetUpRoutes.add, bodyOf: adding, paths: PATHS },
    then: ({ id }) => replace('setup/grids', { id, communityId }),
  });
  return (
    <Page title={t('setup.grids.add')} footer={<EditFoot edit={edit} />}>
      <RestoredDraft draft={edit.draft} />
      <GridFieldsCards edit={edit} />
    </Page>
  );
}

export function GridFieldsCards({ edit }: { edit: Edit<GridFields> }) {
  const { t } = useTexts();
  const codeWrong = edit.field('code').error && t('setup.grids.code.wrong');
  const timeWrong = (name: 'from' | 'to') => edit.field(name).error && t('setup.time.wrong');
  return (
    <>
      <Card>
        <Field
          {...edit.field('code')}
          label={t('setup.grids.code')}
          hint={t('setup.grids.code.hint')}
          max={12}
          error={codeWrong}
        />
        <Field {...edit.field('name')} label={t('setup.name.zh')} max={40} />
        <Field {...edit.field('nameBo')} label={t('setup.name.bo')} max={120} optional />
        <Field {...edit.field('branch')} label={t('setup.grids.branch')} max={60} optional />
      </Card>
      <Card>
        <Field {...edit.field('phone')} kind="phone" label={t('setup.grids.phone')} max={20} />
        <Weekdays
          label={t('setup.grids.days')}
          days={edit.form.days}
          onChange={(days) => edit.put({ days })}
          error={edit.field('days').error}
        />
        <Row align="start">
          <Grow>
            <Field
              {...edit.field('from')}
              label={t('setup.grids.from')}
              hint={t('setup.time.hint')}
              max={5}
              error={timeWrong('from')}
            />
          </Grow>
          <Grow>
            <Field {...edit.field('to')} label={t('setup.grids.to')} max={5} error={timeWrong('to')} />
          </Grow>
        </Row>
      </Card>
    </>
  );
}
