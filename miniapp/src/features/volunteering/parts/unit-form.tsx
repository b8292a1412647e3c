/** A unit's name in both languages: of a new one, or of one that is called otherwise now. */
import { useState } from 'react';
import type { RequestClass } from '@sevengrid/shared/kernel/route';
import { AddUnit, WriteUnit } from '@sevengrid/shared/volunteering/units.requests';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import type { ApiFault } from '../../../api/fault';
import { FaultNotice, Field, Muted, Sheet, Stack } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';
import { CHANGED_BY_UNITS } from './changed-by-units';

interface Names {
  name: string;
  nameBo?: string;
}

interface NameSheetProps {
  title: string;
  lead?: string;
  begun: Names;
  /** What is sent beside the names. */
  beside?: object;
  request: RequestClass;
  doing: { busy: boolean; fault: ApiFault | undefined; clear: () => void };
  onSend: (names: Names) => void;
  onClose: () => void;
}

function NameSheet({ title, lead, begun, beside, request, doing, onSend, onClose }: NameSheetProps) {
  const { t } = useTexts();
  const [name, setName] = useState(begun.name);
  const [nameBo, setNameBo] = useState(begun.nameBo ?? '');
  const names = { name: name.trim(), ...(nameBo.trim() === '' ? {} : { nameBo: nameBo.trim() }) };
  const { check, errorOf } = useForm(request, { ...beside, ...names });
  const send = (): void => {
    if (check()) onSend(names);
  };
  return (
    <Sheet open title={title} onClose={onClose} verb={t('units.save')} onVerb={send} busy={doing.busy}>
      <Stack>
        {lead && <Muted>{lead}</Muted>}
        <FaultNotice fault={doing.fault} onClose={doing.clear} />
        <Field
          label={t('units.name')}
          max={60}
          value={name}
          onChange={setName}
          onEnter={send}
          error={errorOf('name') && t('units.name.wrong')}
        />
        <Field
          optional
          label={t('units.nameBo')}
          max={180}
          value={nameBo}
          onChange={setNameBo}
          onEnter={send}
          error={errorOf('nameBo') && t('units.nameBo.wrong')}
        />
      </Stack>
    </Sheet>
  );
}

export function AddUnitSheet({ onDone, onClose }: { onDone: (unit: UnitDetailView) => void; onClose: () => void }) {
  const { t } = useTexts();
  const add = useDo(unitRoutes.add, { refresh: CHANGED_BY_UNITS, then: onDone });
  const send = (names: Names): void => void add.run({ body: names });
  return (
    <NameSheet
      title={t('units.add')}
      begun={{ name: '' }}
      {...{ request: AddUnit, doing: add, onSend: send, onClose }}
    />
  );
}

export function RenameUnitSheet({ unit, onClose }: { unit: UnitDetailView; onClose: () => void }) {
  const { t } = useTexts();
  const write = useDo(unitRoutes.write, { refresh: CHANGED_BY_UNITS, then: onClose });
  const { id, version, name } = unit;
  const send = (names: Names): void => void write.run({ params: { id }, body: { version, ...names } });
  return (
    <NameSheet
      title={t('units.rename')}
      lead={t('units.rename.lead')}
      begun={{ name: name.zh, nameBo: name.bo }}
      beside={{ version }}
      {...{ request: WriteUnit, doing: write, onSend: send, onClose }}
    />
  );
}
