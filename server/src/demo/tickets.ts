/** Seeds the demo community's tickets. */
import type { DemoContext } from './demo-context';

export async function seedTickets(_context: DemoContext): Promise<void> {
  await Promise.resolve();
}
