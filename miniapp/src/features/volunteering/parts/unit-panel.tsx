/** One unit: what it earned, who belongs to it, who wants to, and the end of its reporting. */
import { useState } from 'react';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import { Button, Card, Facts, FaultNotice, Muted, Row, Sheet, Stack } from '../../../ui';
import { dayText, useDo, useTexts, withYear, type Translate } from '../../../use';
import { CHANGED_BY_UNITS } from './changed-by-units';
import { RenameUnitSheet } from './unit-form';
import { UnitMembers } from './unit-members';
import { UnitTotals } from './unit-totals';

/** Units report for years, so each day names its own. */
const dayOf = (t: Translate, day: string): string => withYear(t, dayText(t, day), Number(day.slice(0, 4)));

const reported = (t: Translate, { from, to }: UnitDetailView): string =>
  to === null
    ? t('units.since.day', { day: dayOf(t, from) })
    : t('units.until.day', { from: dayOf(t, from), to: dayOf(t, to) });

export function UnitPanel({ unit }: { unit: UnitDetailView }) {
  const { t } = useTexts();
  const [asked, ask] = useState<'name' | 'end'>();
  const close = (): void => ask(undefined);
  const contacts = unit.contacts.length === 0 ? t('units.contacts.none') : unit.contacts.join('、');
  return (
    <>
      <Card>
        <UnitTotals totals={unit.totals} />
        <Facts
          items={[
            { label: t('units.contacts'), value: contacts },
            { label: t('units.since'), value: reported(t, unit) },
          ]}
        />
        {unit.editable && (
          <Row wrap gap={2}>
            <Button kind="secondary" icon="pen" onPress={() => ask('name')}>
              {t('units.rename')}
            </Button>
            {unit.to === null && (
              <Button kind="ghost" onPress={() => ask('end')}>
                {t('units.end')}
              </Button>
            )}
          </Row>
        )}
      </Card>
      <UnitMembers unit={unit} />
      {asked === 'name' && <RenameUnitSheet unit={unit} onClose={close} />}
      {asked === 'end' && <EndSheet unit={unit} onClose={close} />}
    </>
  );
}

function EndSheet({ unit, onClose }: { unit: UnitDetailView; onClose: () => void }) {
  const { t, say } = useTexts();
  const end = useDo(unitRoutes.end, { refresh: CHANGED_BY_UNITS, then: onClose });
  const { id, communityId } = unit;
  return (
    <Sheet
      open
      danger
      title={`${t('units.end')} · ${say(unit.name)}`}
      onClose={onClose}
      verb={t('units.end')}
      onVerb={() => void end.run({ params: { id }, body: { communityId } })}
      busy={end.busy}
    >
      <Stack>
        <Muted>{t('units.end.lead')}</Muted>
        <FaultNotice fault={end.fault} onClose={end.clear} />
      </Stack>
    </Sheet>
  );
}
