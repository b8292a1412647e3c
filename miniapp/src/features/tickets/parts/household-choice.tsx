/** For which household: a central household picks among its own, staff search by address or type the card's short code. */
import { useState } from 'react';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { codeDigits, plainDigits } from '@sevengrid/shared/kernel/digits';
import {
  Button,
  Card,
  ChoiceList,
  FaultNotice,
  Field,
  Grow,
  Heading,
  ListRow,
  Loaded,
  Muted,
  Notice,
  Row,
  Stack,
  Strong,
} from '../../../ui';
import { useDo, useInfinite, useRoute, useTexts } from '../../../use';
import type { Filer, OpenForm } from './open-rules';
import { ServedChoice, useServedAddress } from './served-choice';

export interface HouseholdChoiceProps {
  form: OpenForm;
  put: (part: Partial<OpenForm>) => void;
  filer: Filer;
  error?: string;
}

type Choose = (householdId: string, household: string) => void;

export function HouseholdChoice({ form, put, filer, error }: HouseholdChoiceProps) {
  const { t } = useTexts();
  const [byGrid, setByGrid] = useState(form.gridId !== '');
  const choose: Choose = (householdId, household) => put({ householdId, household, gridId: '', residentId: '' });
  if (form.householdId !== '')
    return (
      <Chosen form={form} filer={filer} onChange={() => put({ householdId: '', household: '', residentId: '' })} />
    );
  const turn = (): void => {
    put({ gridId: '' });
    setByGrid(!byGrid);
  };
  return (
    <Card>
      <Stack className={error ? 'is-wrong' : ''}>
        <Heading level={3}>{t(filer === 'central' ? 'tickets.open.household.mine' : 'tickets.open.household')}</Heading>
        {error && <Notice tone="bad">{error}</Notice>}
        {filer === 'central' && <ServedChoice onChoose={choose} />}
        {filer === 'staff' && !byGrid && <Find onChoose={choose} />}
        {filer === 'staff' && byGrid && <GridOnly value={form.gridId} onChange={(gridId) => put({ gridId })} />}
        {filer === 'staff' && (
          <Button kind="ghost" onPress={turn}>
            {t(byGrid ? 'tickets.open.household.withHousehold' : 'tickets.open.household.noHousehold')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

interface ChosenProps {
  form: OpenForm;
  filer: Filer;
  onChange: () => void;
}

function Chosen({ form, filer, onChange }: ChosenProps) {
  const { t } = useTexts();
  const named = useRoute(
    gridRoutes.household,
    { params: { id: form.householdId } },
    { when: form.household === '' && filer === 'staff' },
  );
  const served = useServedAddress(form.householdId, form.household === '' && filer === 'central');
  return (
    <Card tone="tint">
      <Row wrap>
        <Grow>
          <Muted>{t('tickets.open.household')}</Muted>
          <Strong>{form.household || named.data?.address || served || '…'}</Strong>
        </Grow>
        <Button kind="ghost" onPress={onChange}>
          {t('tickets.open.household.change')}
        </Button>
      </Row>
    </Card>
  );
}

const isShortCode = (typed: string): boolean => /^\d{6}$/.test(typed);

function Find({ onChoose }: { onChoose: Choose }) {
  const { t, gridName } = useTexts();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const found = useInfinite(gridRoutes.households, { query: { q, limit: 10 } }, { when: q !== '' });
  const byCode = useDo(cardRoutes.lookUp, { then: ({ householdId, address }) => onChoose(householdId, address) });
  const search = (): void => {
    const wanted = plainDigits(typed).trim();
    const shortCode = codeDigits(typed);
    byCode.clear();
    // Read out, the six digits come in groups; with dashes they are a door.
    if (isShortCode(shortCode) && !/-/.test(wanted)) void byCode.run({ body: { shortCode } });
    else setQ(wanted);
  };
  return (
    <Stack>
      <Field
        label={t('tickets.open.household.find')}
        value={typed}
        onChange={setTyped}
        placeholder={t('tickets.open.household.placeholder')}
        max={60}
      />
      <Button kind="secondary" icon="search" busy={byCode.busy || found.loading} onPress={search}>
        {t('tickets.open.household.search')}
      </Button>
      <FaultNotice
        fault={byCode.fault ?? found.fault}
        words={{ CARD_NOT_RECOGNISED: 'work.code.unknown' }}
        onClose={byCode.clear}
      />
      {q !== '' && !found.loading && !found.fault && found.items.length === 0 && (
        <Muted>{t('tickets.open.household.noMatch')}</Muted>
      )}
      {found.items.map((one) => (
        <ListRow key={one.id} title={one.address} note={gridName(one)} onPress={() => onChoose(one.id, one.address)} />
      ))}
    </Stack>
  );
}

function GridOnly({ value, onChange }: { value: string; onChange: (gridId: string) => void }) {
  const { t, nameOf } = useTexts();
  const read = useRoute(gridRoutes.grids, {});
  return (
    <Loaded of={read} rows={1}>
      {({ items }) => (
        <ChoiceList
          label={t('tickets.open.household.grid')}
          options={items.map((grid) => ({ value: grid.id, label: nameOf(grid) }))}
          value={value === '' ? undefined : value}
          onChange={onChange}
          columns={2}
        />
      )}
    </Loaded>
  );
}
