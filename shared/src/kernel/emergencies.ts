/** The numbers to call when life is in danger; the same in every community. */
import type { Bilingual } from './texts';

/** Numbers to call before anything is typed. */
export const EMERGENCY_NUMBERS: readonly { name: Bilingual; phone: string }[] = [
  { name: { zh: '报警', bo: 'ཉེན་བརྡ་གཏོང་བ།' }, phone: '110' },
  { name: { zh: '火警', bo: 'མེ་གསོད།' }, phone: '119' },
  { name: { zh: '急救', bo: 'སྐྱོན་སྐྱོབ།' }, phone: '120' },
];

const GAS: Bilingual = { zh: '燃气抢修', bo: 'གས་རླངས་མྱུར་སྐྱོབ།' };

/** A community's whole list: whoever smells gas needs its own repair service. */
export const emergenciesWith = (gasPhone: string | null | undefined): { name: Bilingual; phone: string }[] => [
  ...EMERGENCY_NUMBERS,
  ...(gasPhone ? [{ name: GAS, phone: gasPhone }] : []),
];
