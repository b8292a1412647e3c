/** Turns a route and its input into what goes over the wire. */
import type { RouteSpec } from '@sevengrid/shared/kernel/route';

export interface InputParts {
  params?: object;
  query?: object;
  body?: object;
}

/** The address of a call below `base`, path parameters filled in, empty query values left out. */
export function addressOf(base: string, route: RouteSpec, input: InputParts): string {
  const params = Object.entries(input.params ?? {});
  const path = params.reduce(
    (at, [name, value]) => at.replace(`:${name}`, encodeURIComponent(String(value))),
    route.path,
  );
  const query = Object.entries(input.query ?? {})
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${base}/api/v1${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
