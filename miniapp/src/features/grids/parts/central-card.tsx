/** Who looks after a household as its central household: shown to everybody who works there, chosen, replaced and ended by whoever keeps the register. */
import { useState } from 'react';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { CentralHouseholdView, HouseholdDetailView } from '@sevengrid/shared/grids/views';
import { Avatar, Button, Card, FaultNotice, Heading, ListRow, Muted, Row, Sheet, Stack } from '../../../ui';
import { useDo, useMe, useTexts } from '../../../use';
import { CentralChoice } from './central-choice';

export function CentralCard({ household }: { household: HouseholdDetailView }) {
  const { t } = useTexts();
  const { may } = useMe();
  const [asked, ask] = useState<'choose' | 'end'>();
  const close = (): void => ask(undefined);
  const { id, centralHousehold: central } = household;
  const keeps = may('register.import');
  if (!central && !keeps) return null;
  return (
    <Card>
      <Heading>{t('grids.central.title')}</Heading>
      {central ? (
        <ListRow
          before={<Avatar name={central.displayName} size="small" />}
          title={central.displayName}
          note={t('grids.household.central')}
        />
      ) : (
        <Muted>{t('grids.central.none')}</Muted>
      )}
      {keeps && (
        <Row wrap gap={2}>
          {central && (
            <Button kind="ghost" onPress={() => ask('end')}>
              {t('grids.central.end')}
            </Button>
          )}
          <Button grow kind="secondary" onPress={() => ask('choose')}>
            {t(central ? 'grids.central.change' : 'grids.central.choose')}
          </Button>
        </Row>
      )}
      {asked === 'choose' && <CentralChoice householdId={id} now={central} onClose={close} />}
      {asked === 'end' && central && <EndSheet householdId={id} central={central} onClose={close} />}
    </Card>
  );
}

interface EndSheetProps {
  householdId: string;
  central: CentralHouseholdView;
  onClose: () => void;
}

function EndSheet({ householdId, central, onClose }: EndSheetProps) {
  const { t } = useTexts();
  const end = useDo(centralRoutes.part, { then: onClose, refresh: [gridRoutes.household, centralRoutes.candidates] });
  return (
    <Sheet
      open
      danger
      title={`${t('grids.central.end')} · ${central.displayName}`}
      onClose={onClose}
      verb={t('grids.central.end')}
      onVerb={() => void end.run({ params: { id: householdId } })}
      busy={end.busy}
    >
      <Stack>
        <Muted>{t('grids.central.end.lead')}</Muted>
        <FaultNotice fault={end.fault} onClose={end.clear} />
      </Stack>
    </Sheet>
  );
}
