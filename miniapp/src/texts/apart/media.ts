/** Brings the words of photos and voices; what draws them imports it. */
import { carry } from '..';
import { media as bo } from '../bo/apart/media';
import { media as zh } from '../zh/apart/media';

carry(zh, bo);
