/** The emergency numbers, each one tap away from being called. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { EMERGENCY_NUMBERS } from '@sevengrid/shared/kernel/emergencies';
import { dial } from '../platform/phone';
import { useTexts } from '../use/use-texts';
import { Box, Press, Span } from './elements';

export interface EmergencyProps {
  /** The community's own list, gas included; the national numbers where it is not known. */
  numbers?: readonly { name: Bilingual; phone: string }[];
}

export function Emergency({ numbers = EMERGENCY_NUMBERS }: EmergencyProps) {
  const { t, say } = useTexts();
  return (
    <Box className="emergency" role="group" label={t('home.emergency')}>
      {numbers.map(({ name, phone }) => (
        <Press key={phone} className="emergency-number" label={`${say(name)} ${phone}`} onPress={() => dial(phone)}>
          <Span className="emergency-digits">{phone}</Span>
          <Span>{say(name)}</Span>
        </Press>
      ))}
    </Box>
  );
}
