/** The emergency numbers, each one tap away from being called. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { EMERGENCY_NUMBERS } from '@sevengrid/shared/kernel/emergencies';
import { dial } from '../platform/phone';
import { useMe } from '../use/use-me';
import { useTexts } from '../use/use-texts';
import { Box, Press, Span } from './elements';

export interface EmergencyProps {
  /** A card's list; otherwise that of the reader's community, gas included, or the national numbers. */
  numbers?: readonly { name: Bilingual; phone: string }[];
}

export function Emergency({ numbers }: EmergencyProps) {
  const { t, say } = useTexts();
  const { me } = useMe();
  const shown = numbers ?? me?.emergencies ?? EMERGENCY_NUMBERS;
  return (
    <Box className="emergency" role="group" label={t('home.emergency')}>
      {shown.map(({ name, phone }) => (
        <Press key={phone} className="emergency-number" label={`${say(name)} ${phone}`} onPress={() => dial(phone)}>
          <Span className="emergency-digits">{phone}</Span>
          <Span>{say(name)}</Span>
        </Press>
      ))}
    </Box>
  );
}
