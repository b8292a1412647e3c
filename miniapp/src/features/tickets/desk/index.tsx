/** The desk from 1024 px up, the queue below. */
import { useWide } from '../../../use';
import { DeskPanel } from '../parts/desk-panel';
import { QueuePanel } from '../parts/queue-panel';
import './index.scss';
import '../../../texts/apart/steps';
import '../../../texts/apart/origin';
import '../../../texts/apart/ticket';

export default function Desk() {
  return useWide() ? <DeskPanel /> : <QueuePanel />;
}
