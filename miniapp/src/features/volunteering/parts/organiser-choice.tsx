/** Who leads an activity on its day: oneself, or members that are found by name or by the end of their phone. */
import { useState } from 'react';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { Button, Frame, IconButton, ListRow, Listed, Muted, SearchField, Sheet } from '../../../ui';
import { useInfinite, useMe, useSettled, useTexts } from '../../../use';
import type { Organiser } from './plan-fields';

export interface OrganiserChoiceProps {
  value: readonly Organiser[];
  onChange: (organisers: Organiser[]) => void;
  error: string | undefined;
}

export function OrganiserChoice({ value, onChange, error }: OrganiserChoiceProps) {
  const { t } = useTexts();
  const { me } = useMe();
  const [adding, show] = useState(false);
  const add = (one: Organiser): void => {
    show(false);
    if (!value.some(({ id }) => id === one.id)) onChange([...value, one]);
  };
  const isIn = value.some(({ id }) => id === me?.id);
  return (
    <Frame
      label={t('volunteering.plan.organisers')}
      hint={t('volunteering.plan.organisers.hint')}
      error={error && t('volunteering.plan.organisers.wrong')}
    >
      {value.map(({ id, name }) => (
        <ListRow
          key={id}
          title={name}
          after={
            <IconButton
              icon="close"
              label={t('volunteering.plan.organisers.remove', { name })}
              onPress={() => onChange(value.filter((one) => one.id !== id))}
            />
          }
        />
      ))}
      {me && !isIn && (
        <Button
          kind="secondary"
          icon="person"
          onPress={() => add({ id: me.id, name: me.name ?? t('volunteering.plan.organisers.me') })}
        >
          {t('volunteering.plan.organisers.me')}
        </Button>
      )}
      <Button kind="secondary" icon="plus" onPress={() => show(true)}>
        {t('volunteering.plan.organisers.add')}
      </Button>
      {adding && <Members onChoose={add} onClose={() => show(false)} />}
    </Frame>
  );
}

function Members({ onChoose, onClose }: { onChoose: (one: Organiser) => void; onClose: () => void }) {
  const { t, say } = useTexts();
  const [typed, type] = useState('');
  const q = useSettled(typed.trim());
  const read = useInfinite(memberRoutes.list, { query: { state: 'live', ...(q === '' ? {} : { q }) } });
  return (
    <Sheet open title={t('volunteering.plan.organisers.add')} onClose={onClose}>
      <SearchField label={t('volunteering.plan.organisers.search')} value={typed} onChange={type} />
      <Listed of={read} empty={<Muted>{t('volunteering.plan.organisers.none')}</Muted>}>
        {(items) =>
          items.map(({ id, personId, name, unit }) =>
            personId === null ? null : (
              <ListRow
                key={id}
                title={name ?? ''}
                note={say(unit.name)}
                onPress={() => onChoose({ id: personId, name: name ?? '' })}
              />
            ),
          )
        }
      </Listed>
    </Sheet>
  );
}
