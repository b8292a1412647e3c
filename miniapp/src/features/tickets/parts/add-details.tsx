/** What may be added to an appeal, folded away so that three taps and a sentence are enough. */
import { useState } from 'react';
import { Caption, ChoiceList, Field } from '../../../ui';
import { useTexts, type FormCheck } from '../../../use';
import { Fold } from './fold';
import { SPOKEN_FOR, filesForOthers, type Filer, type OpenForm } from './open-rules';

export interface AddDetailsProps {
  form: OpenForm;
  put: (part: Partial<OpenForm>) => void;
  check: FormCheck;
  filer: Filer;
}

export function AddPlace({ form, put, check }: AddDetailsProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(form.place !== '');
  return (
    <Fold
      icon="pin"
      title={t('tickets.open.place')}
      hint={t('tickets.open.place.hint')}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Field
        label={t('tickets.open.place')}
        value={form.place}
        onChange={(place) => put({ place })}
        error={check.errorOf('place')}
        placeholder={t('tickets.open.place.placeholder')}
        max={120}
        optional
      />
    </Fold>
  );
}

/** Staff and central households have said already that the person agreed, and how. */
export function AddOther({ form, put, check, filer }: AddDetailsProps) {
  const { t } = useTexts();
  const forOthers = filesForOthers(filer);
  return (
    <Fold
      icon="people"
      title={t(forOthers ? 'tickets.open.other.asked' : 'tickets.open.other')}
      hint={t('tickets.open.other.hint')}
      open={form.forOther}
      onToggle={() => put({ forOther: !form.forOther })}
    >
      <Field
        label={t('tickets.open.other.name')}
        value={form.otherName}
        onChange={(otherName) => put({ otherName })}
        error={check.errorOf('beneficiary.name')}
        max={60}
      />
      <Field
        kind="phone"
        label={t('tickets.open.other.phone')}
        value={form.otherPhone}
        onChange={(otherPhone) => put({ otherPhone })}
        error={check.errorOf('beneficiary.phone')}
        optional
      />
      {!forOthers && (
        <ChoiceList
          label={t('tickets.open.other.consent')}
          options={SPOKEN_FOR.map((value) => ({ value, label: t(`tickets.consent.${value}`) }))}
          value={form.consent === 'self' ? undefined : form.consent}
          onChange={(consent) => put({ consent })}
          columns={3}
        />
      )}
    </Fold>
  );
}

export function AddReach({ form, put, check }: AddDetailsProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(form.askerName !== '' || form.askerPhone !== '');
  return (
    <Fold
      icon="phone"
      title={t('tickets.open.reach')}
      hint={t('tickets.open.reach.hint')}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Field
        label={t('tickets.open.reach.name')}
        value={form.askerName}
        onChange={(askerName) => put({ askerName })}
        error={check.errorOf('requester.name')}
        max={60}
        optional={form.askerPhone.trim() === ''}
      />
      <Field
        kind="phone"
        label={t('tickets.open.reach.phone')}
        value={form.askerPhone}
        onChange={(askerPhone) => put({ askerPhone })}
        error={check.errorOf('requester.phone')}
        optional
      />
      <Caption>{t('tickets.open.privacy')}</Caption>
    </Fold>
  );
}
