/** Choosing the central household of a door: those who look after the fewest first, and how many more each may have. */
import { useState } from 'react';
import { FEWEST_SERVED, MOST_SERVED } from '@sevengrid/shared/grids/central-households';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { CentralHouseholdView } from '@sevengrid/shared/grids/views';
import { ChoiceList, Empty, FaultNotice, Loaded, Sheet, Stack } from '../../../ui';
import { useDo, useRoute, useTexts, type Translate } from '../../../use';

/** From so few left on it is said how many. */
const FEW_LEFT = 2;

function roomText(t: Translate, n: number): string {
  const left = MOST_SERVED - n;
  const has = t('grids.central.has', { n });
  if (left <= 0) return `${has} · ${t('grids.central.full')}`;
  if (left <= FEW_LEFT) return `${has} · ${t('grids.central.left', { n: left })}`;
  return n < FEWEST_SERVED ? `${has} · ${t('grids.central.more')}` : has;
}

interface CentralChoiceProps {
  householdId: string;
  /** Who it is until now. */
  now: CentralHouseholdView | null;
  onClose: () => void;
}

export function CentralChoice({ householdId, now, onClose }: CentralChoiceProps) {
  const { t } = useTexts();
  const [personId, choose] = useState<string>();
  const candidates = useRoute(centralRoutes.candidates, { params: { id: householdId } });
  const pair = useDo(centralRoutes.pair, {
    then: onClose,
    refresh: [gridRoutes.household, centralRoutes.candidates],
  });
  const others = (candidates.data?.items ?? []).filter((one) => one.personId !== now?.personId);
  const send = (): void => void (personId && pair.run({ params: { id: householdId }, body: { personId } }));
  return (
    <Sheet
      open
      title={t(now ? 'grids.central.change.title' : 'grids.central.choose.title')}
      onClose={onClose}
      verb={personId ? t('grids.central.choose') : undefined}
      onVerb={send}
      busy={pair.busy}
    >
      <Stack>
        <FaultNotice fault={pair.fault} onClose={pair.clear} />
        <Loaded of={candidates} rows={3}>
          {() =>
            others.length === 0 ? (
              <Empty title={t('grids.central.nobody')} hint={t('grids.central.nobody.hint')} />
            ) : (
              <ChoiceList
                label={t('grids.central.who')}
                options={others.map((one) => ({
                  value: one.personId,
                  label: one.displayName,
                  hint: roomText(t, one.households),
                }))}
                value={personId}
                onChange={choose}
              />
            )
          }
        </Loaded>
      </Stack>
    </Sheet>
  );
}
