/** The full queue of a grid worker or of staff. */
import { QueuePanel } from '../parts/queue-panel';

export default function Queue() {
  return <QueuePanel />;
}
