/** What one role may do, as switches; what changes is said once more before it counts for everybody who holds it. */
import { useState } from 'react';
import { WriteRole } from '@sevengrid/shared/identity/set-up.requests';
import { roleRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { RoleView } from '@sevengrid/shared/identity/set-up.views';
import { PERMISSIONS, type Permission } from '@sevengrid/shared/kernel/permissions';
import { back } from '../../../platform/navigate';
import {
  Button,
  Card,
  Chip,
  FaultNotice,
  ListRow,
  Muted,
  Notice,
  Page,
  RestoredDraft,
  Sheet,
  Stack,
  Switch,
} from '../../../ui';
import { useTexts } from '../../../use';
import { useEdit, type Edit } from './use-edit';

interface RoleFields {
  role: RoleView['role'];
  version: number;
  permissions: Permission[];
}

const writing = (form: RoleFields): object => form;

export interface RoleFormProps {
  role: RoleView;
  mayWrite: boolean;
  again: () => Promise<unknown>;
}

export function RoleForm({ role, mayWrite, again }: RoleFormProps) {
  const { t } = useTexts();
  const { role: name, permissions, version } = role;
  const [asked, ask] = useState(false);
  const blank: RoleFields = { role: name, version, permissions };
  const edit = useEdit({
    ...{ name: `setup.role.${name}.${version}`, blank, request: WriteRole, route: roleRoutes.write, bodyOf: writing },
    then: back,
  });
  const held = edit.form.permissions;
  const added = held.filter((of) => !permissions.includes(of));
  const taken = permissions.filter((of) => !held.includes(of));
  return (
    <Page
      title={t(`home.role.${name}`)}
      footer={
        mayWrite && (
          <Button grow disabled={added.length + taken.length === 0} onPress={() => ask(true)}>
            {t('setup.save')}
          </Button>
        )
      }
    >
      <RestoredDraft draft={edit.draft} />
      <Notice>{t(mayWrite ? 'setup.roles.lead' : 'setup.roles.readOnly')}</Notice>
      <Rights role={role} mayWrite={mayWrite} edit={edit} />
      {asked && <Sure name={name} added={added} taken={taken} edit={edit} again={again} onClose={() => ask(false)} />}
    </Page>
  );
}

/** What the role can never hold is not shown; what it cannot lose has no switch. */
function Rights({ role, mayWrite, edit }: { role: RoleView; mayWrite: boolean; edit: Edit<RoleFields> }) {
  const { t } = useTexts();
  const held = edit.form.permissions;
  const toggle = (of: Permission): void =>
    edit.put({ permissions: held.includes(of) ? held.filter((one) => one !== of) : [...held, of] });
  return (
    <Card>
      {PERMISSIONS.filter((of) => !role.barred.includes(of)).map((of) =>
        mayWrite && !role.kept.includes(of) ? (
          <Switch key={of} label={t(`setup.right.${of}`)} on={held.includes(of)} onChange={() => toggle(of)} />
        ) : (
          held.includes(of) && (
            <ListRow
              key={of}
              title={t(`setup.right.${of}`)}
              after={mayWrite && <Chip shape="check">{t('setup.roles.fixed')}</Chip>}
            />
          )
        ),
      )}
    </Card>
  );
}

interface SureProps {
  name: RoleView['role'];
  added: Permission[];
  taken: Permission[];
  edit: Edit<RoleFields>;
  again: () => Promise<unknown>;
  onClose: () => void;
}

/** Said once more before it counts: everybody who holds the role is changed by it. */
function Sure({ name, added, taken, edit, again, onClose }: SureProps) {
  const { t } = useTexts();
  const saying = (list: Permission[]): string => list.map((of) => t(`setup.right.${of}`)).join('、');
  const refresh = (): void => {
    edit.clear();
    edit.draft.startAfresh();
    onClose();
    void again();
  };
  return (
    <Sheet
      open
      title={t('setup.roles.sure', { role: t(`home.role.${name}`) })}
      onClose={onClose}
      verb={t('setup.save')}
      onVerb={edit.send}
      busy={edit.busy}
    >
      <Stack>
        {added.length > 0 && <Muted>{t('setup.roles.sure.added', { list: saying(added) })}</Muted>}
        {taken.length > 0 && <Muted>{t('setup.roles.sure.taken', { list: saying(taken) })}</Muted>}
        <FaultNotice fault={edit.fault} onClose={edit.clear} />
        {edit.fault?.code === 'CHANGED_MEANWHILE' && (
          <Button kind="secondary" icon="refresh" onPress={refresh}>
            {t('setup.newer')}
          </Button>
        )}
      </Stack>
    </Sheet>
  );
}
