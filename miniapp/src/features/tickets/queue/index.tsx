/** The full queue of a grid worker or of staff. */
import { QueuePanel } from '../parts/queue-panel';
import '../../../texts/apart/steps';

export default function Queue() {
  return <QueuePanel />;
}
