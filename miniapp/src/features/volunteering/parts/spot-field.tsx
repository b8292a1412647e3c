/** Where people check in: the place where whoever plans it stands, or none. */
import { useState } from 'react';
import { whereabouts } from '../../../platform/where';
import { Button, Frame, Muted, Notice } from '../../../ui';
import { useTexts } from '../../../use';
import { spotAt, type PlanFields } from './plan-fields';

export interface SpotFieldProps {
  value: PlanFields['spot'];
  onChange: (spot: PlanFields['spot']) => void;
}

export function SpotField({ value, onChange }: SpotFieldProps) {
  const { t } = useTexts();
  const [asking, ask] = useState(false);
  const [unknown, setUnknown] = useState(false);
  const here = async (): Promise<void> => {
    ask(true);
    const found = await whereabouts();
    ask(false);
    setUnknown(found === null);
    if (found) onChange(spotAt(found.lng, found.lat));
  };
  return (
    <Frame label={t('volunteering.plan.spot')} hint={t('volunteering.plan.spot.hint')} optional>
      {value && <Muted>{t('volunteering.plan.spot.set', { n: value.radius })}</Muted>}
      {unknown && <Notice tone="warn">{t('volunteering.plan.spot.none')}</Notice>}
      <Button kind="secondary" icon="pin" busy={asking} onPress={() => void here()}>
        {t('volunteering.plan.spot.here')}
      </Button>
      {value && (
        <Button kind="ghost" onPress={() => onChange(null)}>
          {t('volunteering.plan.spot.remove')}
        </Button>
      )}
    </Frame>
  );
}
