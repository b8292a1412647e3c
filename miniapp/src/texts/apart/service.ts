/** Brings the words of one's own service; the pages that say them import it. */
import { carry } from '..';
import { service as bo } from '../bo/apart/service';
import { service as zh } from '../zh/apart/service';

carry(zh, bo);
