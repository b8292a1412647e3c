/** Somebody is put on a unit's list, or is its member no more. */
import { useState } from 'react';
import { AddMember } from '@sevengrid/shared/volunteering/members.requests';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { MemberView } from '@sevengrid/shared/volunteering/members.views';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import { FaultNotice, Field, Muted, Sheet, Stack } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';
import { CHANGED_BY_UNITS } from './changed-by-units';

export function AddMemberSheet({ unit, onClose }: { unit: UnitDetailView; onClose: () => void }) {
  const { t, say } = useTexts();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const body = { communityId: unit.communityId, unitId: unit.id, name: name.trim(), phone: phone.trim() };
  const { check, errorOf } = useForm(AddMember, body);
  const add = useDo(memberRoutes.add, { refresh: CHANGED_BY_UNITS, then: onClose });
  const send = (): void => {
    if (check()) void add.run({ body });
  };
  return (
    <Sheet
      open
      title={`${t('units.member.add')} · ${say(unit.name)}`}
      onClose={onClose}
      verb={t('units.save')}
      onVerb={send}
      busy={add.busy}
    >
      <Stack>
        <Muted>{t('units.member.add.lead')}</Muted>
        <FaultNotice fault={add.fault} onClose={add.clear} />
        <Field
          label={t('units.member.name')}
          max={60}
          value={name}
          onChange={setName}
          onEnter={send}
          error={errorOf('name') && t('units.member.name.wrong')}
        />
        <Field
          label={t('units.member.phone')}
          kind="phone"
          max={20}
          value={phone}
          onChange={setPhone}
          onEnter={send}
          error={errorOf('phone') && t('units.member.phone.wrong')}
        />
      </Stack>
    </Sheet>
  );
}

export function EndMemberSheet({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const { t, say } = useTexts();
  const end = useDo(memberRoutes.end, { refresh: CHANGED_BY_UNITS, then: onClose });
  const { id, version } = member;
  return (
    <Sheet
      open
      danger
      title={`${member.name ?? t('units.member.forgotten')} · ${say(member.unit.name)}`}
      onClose={onClose}
      verb={t('units.member.end')}
      onVerb={() => void end.run({ params: { id }, body: { version } })}
      busy={end.busy}
    >
      <Stack>
        <Muted>{t('units.member.end.lead')}</Muted>
        <FaultNotice fault={end.fault} onClose={end.clear} />
      </Stack>
    </Sheet>
  );
}
