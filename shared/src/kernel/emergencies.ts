/** The numbers to call when life is in danger; the same in every community. */
import type { Bilingual } from './texts';

/** Numbers to call before anything is typed. */
export const EMERGENCY_NUMBERS: readonly { name: Bilingual; phone: string }[] = [
  { name: { zh: '报警', bo: 'ཉེན་བརྡ་གཏོང་བ།' }, phone: '110' },
  { name: { zh: '火警', bo: 'མེ་གསོད།' }, phone: '119' },
  { name: { zh: '急救', bo: 'སྐྱོན་སྐྱོབ།' }, phone: '120' },
];
