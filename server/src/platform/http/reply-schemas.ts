/** The JSON schemas of all replies, generated from the views of shared and checked in. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type JsonSchema = Readonly<Record<string, unknown>>;

interface Generated {
  definitions: Record<string, JsonSchema>;
}

/** By name of the view. */
export function replySchemas(): Record<string, JsonSchema> {
  // A file beside the compiled code of shared: two levels up from any of its modules.
  const shared = dirname(dirname(require.resolve('@sevengrid/shared/routes')));
  const text = readFileSync(join(shared, 'schemas', 'replies.generated.json'), 'utf8');
  return (JSON.parse(text) as Generated).definitions;
}
