/** Makes a bound resident a central household, or ends it; said once more before it counts. */
import { useState } from 'react';
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { ResidentView } from '@sevengrid/shared/grids/views';
import { Button, FaultNotice, Muted, Row, Sheet, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';

export function CentralVerb({ resident }: { resident: ResidentView }) {
  const { t } = useTexts();
  const [asked, ask] = useState(false);
  const verb = t(resident.central ? 'grids.central.relieve' : 'grids.central.appoint');
  return (
    <>
      <Row wrap gap={2}>
        <Button kind="ghost" label={`${verb} ${resident.name}`} onPress={() => ask(true)}>
          {verb}
        </Button>
      </Row>
      {asked && <SureSheet resident={resident} verb={verb} onClose={() => ask(false)} />}
    </>
  );
}

interface SureSheetProps {
  resident: ResidentView;
  verb: string;
  onClose: () => void;
}

function SureSheet({ resident: { id, name, central }, verb, onClose }: SureSheetProps) {
  const { t } = useTexts();
  const options = { then: onClose, refresh: [gridRoutes.household, centralRoutes.candidates] };
  const appoint = useDo(centralRoutes.appoint, options);
  const relieve = useDo(centralRoutes.relieve, options);
  const { run, busy, fault, clear } = central ? relieve : appoint;
  return (
    <Sheet
      open
      danger={central}
      title={`${verb} · ${name}`}
      onClose={onClose}
      verb={verb}
      onVerb={() => void run({ params: { id } })}
      busy={busy}
    >
      <Stack>
        <Muted>{t(central ? 'grids.central.relieve.lead' : 'grids.central.appoint.lead')}</Muted>
        <FaultNotice fault={fault} onClose={clear} />
      </Stack>
    </Sheet>
  );
}
