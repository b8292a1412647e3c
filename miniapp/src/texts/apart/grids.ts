/** Brings the words of grids, households, bindings and leave; the pages that say them import it. */
import { carry } from '..';
import { grids as bo } from '../bo/apart/grids';
import { grids as zh } from '../zh/apart/grids';

carry(zh, bo);
