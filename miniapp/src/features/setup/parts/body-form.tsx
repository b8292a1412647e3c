/** An outside body: its name, and whether it is still asked. */
import { AddBody, WriteBody } from '@sevengrid/shared/identity/set-up.requests';
import { bodyRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { BodyView } from '@sevengrid/shared/identity/set-up.views';
import { back } from '../../../platform/navigate';
import { Button, Card, Field, Muted, Notice, Page, RestoredDraft } from '../../../ui';
import { useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { useEdit, type Edit } from './use-edit';
import { useWhose } from './which-community';

interface BodyFields {
  communityId: string | undefined;
  version: number;
  name: string;
  retired: boolean;
}

const writing = ({ version, name, retired }: BodyFields): object => ({ version, name, retired });
const adding = ({ communityId, name }: BodyFields): object => ({ communityId, name });

export function AddBodyForm({ communityId }: { communityId: string | undefined }) {
  const { t } = useTexts();
  const blank: BodyFields = { communityId, version: 1, name: '', retired: false };
  const edit = useEdit({
    name: `setup.body.new.${communityId ?? ''}`,
    blank,
    ...{ request: AddBody, route: bodyRoutes.add, bodyOf: adding, then: back },
  });
  return (
    <Page title={t('setup.partners.add')} footer={<EditFoot edit={edit} />}>
      <RestoredDraft draft={edit.draft} />
      <Card>
        <BodyName edit={edit} />
      </Card>
    </Page>
  );
}

/** `communityId` is that of the list it was opened from. */
export interface WriteBodyFormProps {
  body: BodyView;
  communityId: string | undefined;
  again: () => Promise<unknown>;
}

export function WriteBodyForm({ body, communityId, again }: WriteBodyFormProps) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const { id, version, name, retired } = body;
  const blank: BodyFields = { communityId: undefined, version, name, retired };
  const edit = useEdit({
    name: `setup.body.${id}.${version}`,
    blank,
    ...{ request: WriteBody, route: bodyRoutes.write, bodyOf: writing, params: { id }, then: back },
  });
  return (
    <Page title={name} footer={<EditFoot edit={edit} again={again} />}>
      <RestoredDraft draft={edit.draft} />
      {retired && <Notice tone="warn">{t('setup.retired')}</Notice>}
      <Card>
        <BodyName edit={edit} />
      </Card>
      {!retired && (
        <Card>
          <Muted>
            {body.accounts > 0 ? t('setup.partners.accounts', { n: body.accounts }) : t('setup.partners.noAccount')}
          </Muted>
          <Button
            kind="secondary"
            icon="plus"
            onPress={() => goOn('setup/accounts', { add: 1, bodyId: id, communityId })}
          >
            {t('setup.partners.open')}
          </Button>
        </Card>
      )}
      <Card>
        <Muted>{t('setup.partners.retire.hint')}</Muted>
        <Button kind="ghost" onPress={() => edit.sendWith({ retired: !retired })}>
          {t(retired ? 'setup.restore' : 'setup.partners.retire')}
        </Button>
      </Card>
    </Page>
  );
}

function BodyName({ edit }: { edit: Edit<BodyFields> }) {
  const { t } = useTexts();
  const name = edit.field('name');
  return (
    <Field {...name} label={t('setup.partners.name')} max={60} error={name.error && t('setup.partners.name.wrong')} />
  );
}
