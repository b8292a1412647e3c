/** A station: its words in both languages, its phone, what one can have done there, and its place in the list. */
import { AddStation, WriteStation } from '@sevengrid/shared/grids/set-up.requests';
import { stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { StationSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { back } from '../../../platform/navigate';
import { Button, Card, Field, Notice, Page, RestoredDraft, TextArea } from '../../../ui';
import { useTexts } from '../../../use';
import { bilingual, linesOf, writtenLines } from './bilingual';
import { EditFoot } from './edit-foot';
import { useEdit, type Edit } from './use-edit';

interface StationFields {
  communityId: string | undefined;
  version: number;
  retired: boolean;
  position: string;
  name: string;
  nameBo: string;
  address: string;
  addressBo: string;
  hours: string;
  hoursBo: string;
  phone: string;
  /** A line for each, Chinese | Tibetan. */
  services: string;
}

const plain = (form: StationFields): object => ({
  ...{ name: bilingual(form.name, form.nameBo), address: bilingual(form.address, form.addressBo) },
  ...{ hours: bilingual(form.hours, form.hoursBo), services: linesOf(form.services) },
  phone: form.phone.trim() === '' ? undefined : phoneDigits(form.phone),
});
const writing = (form: StationFields): object => {
  return { version: form.version, retired: form.retired, position: Number(form.position) - 1, ...plain(form) };
};
const adding = (form: StationFields): object => ({ communityId: form.communityId, ...plain(form) });

const PATHS = {
  ...{ name: 'name.zh', nameBo: 'name.bo', address: 'address.zh', addressBo: 'address.bo' },
  ...{ hours: 'hours.zh', hoursBo: 'hours.bo' },
} as const;

const BLANK: StationFields = {
  ...{ communityId: undefined, version: 1, retired: false, position: '1', name: '', nameBo: '' },
  ...{ address: '', addressBo: '', hours: '', hoursBo: '', phone: '', services: '' },
};

const pair = (name: 'name' | 'address' | 'hours', { zh, bo = '' }: Bilingual): object => ({
  [name]: zh,
  [`${name}Bo`]: bo,
});

const fieldsOf = (station: StationSetUpView): StationFields => ({
  ...BLANK,
  ...pair('name', station.name),
  ...pair('address', station.address),
  ...pair('hours', station.hours),
  ...{ version: station.version, retired: station.retired, position: String(station.position + 1) },
  ...{ phone: station.phone ?? '', services: writtenLines(station.services) },
});

export function AddStationForm({ communityId }: { communityId: string | undefined }) {
  const { t } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.station.new.${communityId ?? ''}`, blank: { ...BLANK, communityId }, request: AddStation },
    ...{ route: stationSetUpRoutes.add, bodyOf: adding, paths: PATHS, then: back },
  });
  return (
    <Page title={t('setup.stations.add')} footer={<EditFoot edit={edit} />}>
      <RestoredDraft draft={edit.draft} />
      <StationFieldsCards edit={edit} />
    </Page>
  );
}

export interface WriteStationFormProps {
  station: StationSetUpView;
  again: () => Promise<unknown>;
}

export function WriteStationForm({ station, again }: WriteStationFormProps) {
  const { t, say } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.station.${station.id}.${station.version}`, blank: fieldsOf(station), request: WriteStation },
    ...{ route: stationSetUpRoutes.write, bodyOf: writing, params: { id: station.id }, paths: PATHS, then: back },
  });
  return (
    <Page title={say(station.name)} footer={<EditFoot edit={edit} again={again} />}>
      <RestoredDraft draft={edit.draft} />
      {station.retired && <Notice tone="warn">{t('setup.retired')}</Notice>}
      <StationFieldsCards edit={edit} />
      <Card>
        <Field
          {...edit.field('position')}
          kind="number"
          label={t('setup.position')}
          hint={t('setup.position.hint')}
          max={3}
          error={edit.field('position').error && t('setup.position.wrong')}
        />
        <Button kind="ghost" onPress={() => edit.sendWith({ retired: !station.retired })}>
          {t(station.retired ? 'setup.restore' : 'setup.stations.retire')}
        </Button>
      </Card>
    </Page>
  );
}

function StationFieldsCards({ edit }: { edit: Edit<StationFields> }) {
  const { t } = useTexts();
  const services = edit.field('services');
  return (
    <>
      <Card>
        <Field {...edit.field('name')} label={t('setup.name.zh')} max={40} />
        <Field {...edit.field('nameBo')} label={t('setup.name.bo')} max={120} optional />
        <Field {...edit.field('phone')} kind="phone" label={t('setup.optional.phone')} max={20} optional />
      </Card>
      <Card>
        <Field {...edit.field('address')} label={t('setup.stations.address')} max={120} />
        <Field {...edit.field('addressBo')} label={t('setup.stations.address.bo')} max={360} optional />
        <Field
          {...edit.field('hours')}
          label={t('setup.stations.hours')}
          hint={t('setup.stations.hours.hint')}
          max={120}
        />
        <Field {...edit.field('hoursBo')} label={t('setup.stations.hours.bo')} max={360} optional />
        <TextArea
          {...services}
          onEnter={undefined}
          label={t('setup.stations.services')}
          hint={t('setup.stations.services.hint')}
          error={servicesWrong(edit) ? t('setup.stations.services.wrong') : undefined}
        />
      </Card>
    </>
  );
}

/** The list is one field here and many in the request. */
const servicesWrong = ({ form, errorOf }: Edit<StationFields>): boolean =>
  errorOf('services') !== undefined ||
  linesOf(form.services).some((_, nth) => errorOf(`services.${nth}.zh`) ?? errorOf(`services.${nth}.bo`));
