/** Under a form: what stands in the way of saving, and the verb. */
import type { ReactNode } from 'react';
import { Button, FaultNotice, FootFault, Row, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import type { Edit } from './use-edit';

interface EditFootProps {
  edit: Pick<Edit<object>, 'fault' | 'clear' | 'wrong' | 'busy' | 'send' | 'draft'>;
  /** Reads what is edited once more: somebody else was quicker. */
  again?: () => Promise<unknown>;
  verb?: string;
  children?: ReactNode;
}

export function EditFoot({ edit, again, verb, children }: EditFootProps) {
  const { t } = useTexts();
  const { fault, clear, draft } = edit;
  const isOld = fault?.code === 'CHANGED_MEANWHILE';
  const refresh = (): void => {
    clear();
    draft.startAfresh();
    void again?.();
  };
  return (
    <Stack className="grow">
      <FaultNotice fault={fault} onClose={clear} />
      <FootFault when={edit.wrong} />
      <Row wrap>
        {isOld && again && (
          <Button kind="secondary" icon="refresh" onPress={refresh}>
            {t('setup.newer')}
          </Button>
        )}
        {children}
        <Button grow busy={edit.busy} onPress={edit.send}>
          {verb ?? t('setup.save')}
        </Button>
      </Row>
    </Stack>
  );
}
