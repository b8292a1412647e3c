/** Staff and central households say who asked, how it came to them, and that the person agreed. */
import { CHANNELS } from '@sevengrid/shared/tickets/terms';
import { Card, ChoiceList, Field, Heading, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import type { AddDetailsProps } from './add-details';
import { AskerInRegister } from './asker-in-register';
import { SPOKEN_FOR } from './open-rules';

const SPOKEN = CHANNELS.filter((channel) => channel === 'phone' || channel === 'walk_in' || channel === 'visit');

function AskerTyped({ form, put, check }: Omit<AddDetailsProps, 'filer'>) {
  const { t } = useTexts();
  return (
    <>
      <Field
        label={t('tickets.open.requester.name')}
        value={form.askerName}
        onChange={(askerName) => put({ askerName })}
        error={check.errorOf('requester.name')}
        max={60}
      />
      <Field
        kind="phone"
        label={t('tickets.open.requester.phone')}
        value={form.askerPhone}
        onChange={(askerPhone) => put({ askerPhone })}
        error={check.errorOf('requester.phone')}
        optional
      />
    </>
  );
}

export function Asker({ form, put, check, filer }: AddDetailsProps) {
  const { t } = useTexts();
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('tickets.open.requester')}</Heading>
        {filer === 'staff' && form.householdId !== '' && <AskerInRegister form={form} put={put} />}
        {form.residentId === '' && <AskerTyped form={form} put={put} check={check} />}
        {filer === 'staff' && (
          <ChoiceList
            label={t('tickets.open.channel')}
            options={SPOKEN.map((value) => ({ value, label: t(`tickets.channel.${value}`) }))}
            value={form.channel}
            onChange={(channel) => put({ channel })}
            columns={3}
          />
        )}
        <ChoiceList
          label={t('tickets.open.consent')}
          options={SPOKEN_FOR.map((value) => ({ value, label: t(`tickets.consent.${value}`) }))}
          value={form.consent === 'self' ? undefined : form.consent}
          onChange={(consent) => put({ consent })}
          columns={3}
        />
      </Stack>
    </Card>
  );
}
