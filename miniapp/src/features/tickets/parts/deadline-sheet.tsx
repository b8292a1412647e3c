/** One deadline: how long, at most how many days, when it warns, and at what point the tiers above join. */
import { useMemo, useState } from 'react';
import { ClockRuleInput } from '@sevengrid/shared/tickets/deadlines.requests';
import { Button, ChoiceList, Field, Heading, Muted, Notice, Sheet, Stack, Switch } from '../../../ui';
import { useForm, useTexts } from '../../../use';
import {
  UNIT_CHOICES,
  formOfRule,
  inputOf,
  mayBeMissing,
  ruleAt,
  ruleOfForm,
  type Cell,
  type Rule,
  type RuleForm,
} from './deadline-rules';
import { cappedWords, cellWords, lengthWords } from './deadline-words';
import type { Editing } from './use-deadlines';

interface DeadlineSheetProps {
  cell: Cell;
  /** The kind of matter, where it is not for all. */
  category: string | null;
  editing: Editing;
  onClose: () => void;
}

const TIERS_ABOVE = ['community', 'street'] as const;

/** The form, checked by the server's own class. */
function useRule(cell: Cell, rule: Rule | null) {
  const [form, setForm] = useState<RuleForm>(() => formOfRule(rule));
  const made = useMemo(() => ruleOfForm(form), [form]);
  const input = useMemo(() => inputOf({ ...cell, ...made }), [cell, made]);
  const { check, errorOf } = useForm(ClockRuleInput, input);
  const { t } = useTexts();
  const wrong = (field: string): string | undefined => errorOf(field) && t('tickets.deadlines.wrong');
  const put = (part: Partial<RuleForm>): void => setForm({ ...form, ...part });
  // Of marks it is said which number is wrong, not which rule it breaks.
  const marksWrong =
    ['0', '1', '2', '3', '4', '5'].map((n) => wrong(`marks.${n}.percent`)).find(Boolean) ?? wrong('marks');
  return { form, put, made, check, wrong, marksWrong };
}

export function DeadlineSheet({ cell, category, editing, onClose }: DeadlineSheetProps) {
  const { t } = useTexts();
  const general = ruleAt(editing.rules, { ...cell, categoryId: null });
  const own = ruleAt(editing.rules, cell);
  const rule = useRule(cell, own ?? general);
  const leave = (next: Rule | null): void => {
    editing.put(cell, next);
    onClose();
  };
  const removable = own !== null && (category !== null || mayBeMissing(cell));
  return (
    <Sheet
      open
      title={[category, cellWords(t, cell)].filter(Boolean).join(' · ')}
      onClose={onClose}
      verb={t('tickets.deadlines.take')}
      onVerb={() => rule.check() && leave(rule.made)}
    >
      {category && <Muted>{t('tickets.deadlines.general', { span: lengthWords(t, general) })}</Muted>}
      <RuleFields rule={rule} cell={cell} editing={editing} />
      {removable && (
        <Button kind="ghost" onPress={() => leave(null)}>
          {t(category ? 'tickets.deadlines.asAll' : 'tickets.deadlines.drop')}
        </Button>
      )}
    </Sheet>
  );
}

interface RuleFieldsProps {
  rule: ReturnType<typeof useRule>;
  cell: Cell;
  editing: Editing;
}

function RuleFields({ rule, cell, editing }: RuleFieldsProps) {
  const { t } = useTexts();
  const { form, put } = rule;
  return (
    <Stack gap={4}>
      <LengthFields rule={rule} />
      {editing.isCapped(rule.made) && <Notice>{cappedWords(t, rule.made)}</Notice>}
      <MarkFields rule={rule} />
      {cell.clock === 'on_site' && (
        <Switch
          label={t('tickets.deadlines.needed')}
          hint={t('tickets.deadlines.needed.hint')}
          on={form.whenNeeded}
          onChange={(whenNeeded) => put({ whenNeeded })}
        />
      )}
    </Stack>
  );
}

function LengthFields({ rule: { form, put, wrong } }: Pick<RuleFieldsProps, 'rule'>) {
  const { t } = useTexts();
  return (
    <>
      <Field
        label={t('tickets.deadlines.amount')}
        kind="number"
        max={6}
        value={form.amount}
        onChange={(amount) => put({ amount })}
        error={wrong('amount') && t('tickets.deadlines.amount.wrong')}
      />
      <ChoiceList
        label={t('tickets.deadlines.unit')}
        columns={2}
        options={UNIT_CHOICES.map((value) => ({ value, label: t(`tickets.deadlines.unit.${value}`) }))}
        value={form.unit}
        onChange={(unit) => put({ unit })}
      />
      <Field
        label={t('tickets.deadlines.cap')}
        hint={t('tickets.deadlines.cap.hint')}
        kind="number"
        optional
        max={3}
        value={form.cap}
        onChange={(cap) => put({ cap })}
        error={wrong('capDays')}
      />
    </>
  );
}

function MarkFields({ rule: { form, put, marksWrong } }: Pick<RuleFieldsProps, 'rule'>) {
  const { t } = useTexts();
  return (
    <>
      <Field
        label={t('tickets.deadlines.warn')}
        hint={t('tickets.deadlines.warn.hint')}
        optional
        max={30}
        value={form.warns}
        onChange={(warns) => put({ warns })}
        error={marksWrong}
      />
      <Stack gap={2}>
        <Heading level={3}>{t('tickets.deadlines.rise')}</Heading>
        <Muted>{t('tickets.deadlines.rise.hint')}</Muted>
        {TIERS_ABOVE.map((tier) => (
          <Field
            key={tier}
            label={t('tickets.deadlines.rise.at', { tier: t(`tickets.tier.${tier}`) })}
            kind="number"
            optional
            max={3}
            value={form.rises[tier]}
            onChange={(percent) => put({ rises: { ...form.rises, [tier]: percent } })}
          />
        ))}
      </Stack>
    </>
  );
}
