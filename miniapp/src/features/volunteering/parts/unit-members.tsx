/** Members of a unit, those who only stand on its list and those who ask among them. */
import { useState } from 'react';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { MemberView } from '@sevengrid/shared/volunteering/members.views';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import { Button, Card, Chip, Empty, FilterChips, Heading, ListRow, Listed } from '../../../ui';
import { useInfinite, useMe, useMoreAtBottom, useTexts } from '../../../use';
import { AddMemberSheet, EndMemberSheet } from './member-sheets';
import { RequestCard } from './request-card';

const SHOWN = ['live', 'asked', 'ended'] as const;
type Shown = (typeof SHOWN)[number];

function MemberRow({ member, onPress }: { member: MemberView; onPress?: () => void }) {
  const { t } = useTexts();
  const here = member.personId !== null;
  return (
    <ListRow
      title={member.name ?? t('units.member.forgotten')}
      note={member.phone}
      meta={
        member.state === 'live' ? (
          <Chip tone={here ? 'calm' : 'quiet'} shape={here ? 'check' : 'ring'}>
            {t(here ? 'units.member.here' : 'units.member.waits')}
          </Chip>
        ) : (
          <Chip tone="quiet">{t('units.member.over')}</Chip>
        )
      }
      onPress={onPress}
    />
  );
}

export function UnitMembers({ unit }: { unit: UnitDetailView }) {
  const { t } = useTexts();
  const { may } = useMe();
  const [state, show] = useState<Shown>(unit.requests > 0 ? 'asked' : 'live');
  const [adding, add] = useState(false);
  const [chosen, choose] = useState<MemberView>();
  const list = useInfinite(memberRoutes.list, {
    query: { communityId: unit.communityId, unitId: unit.id, state },
  });
  useMoreAtBottom(list);
  const edits = may('unit.edit') && unit.to === null;
  const none = state === 'asked' ? 'units.asking.none' : 'units.member.none';
  return (
    <>
      <Heading>{t('units.members')}</Heading>
      <FilterChips
        label={t('units.member.filter')}
        options={SHOWN.map((value) => ({ value, label: t(`units.member.${value}`) }))}
        value={state}
        onChange={show}
      />
      <Listed of={list} rows={3} empty={<Empty title={t(none)} hint={t(`${none}.hint`)} />}>
        {(items) =>
          state === 'asked' ? (
            items.map((one) => <RequestCard key={one.id} request={one} decides={edits} />)
          ) : (
            <Card>
              {items.map((one) => (
                <MemberRow
                  key={one.id}
                  member={one}
                  onPress={edits && one.state === 'live' ? () => choose(one) : undefined}
                />
              ))}
            </Card>
          )
        }
      </Listed>
      {edits && (
        <Button kind="secondary" icon="plus" onPress={() => add(true)}>
          {t('units.member.add')}
        </Button>
      )}
      {adding && <AddMemberSheet unit={unit} onClose={() => add(false)} />}
      {chosen && <EndMemberSheet member={chosen} onClose={() => choose(undefined)} />}
    </>
  );
}
