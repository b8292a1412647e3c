/** Faults of notices: none of their own so far. */
import { faults } from '../kernel/fault';

export const NOTICE_FAULTS = faults({});
