/** The faults that a route may answer: its own, and those that its shape brings with it. */
import type { FaultCode } from '@sevengrid/shared/faults';
import { demandsKey, type RouteSpec } from '@sevengrid/shared/kernel/route';

/** In alphabetical order, each once. */
export function faultsOf(route: RouteSpec): FaultCode[] {
  const codes = new Set<string>([...route.faults, 'INTERNAL', 'PART_DOWN', 'TOO_OFTEN', 'INPUT_INVALID', 'NOT_FOUND']);
  const add = (...more: FaultCode[]): void => more.forEach((code) => codes.add(code));
  if (route.permission !== 'public') add('SESSION_MISSING', 'SESSION_EXPIRED', 'PASSWORD_MUST_CHANGE', 'NOT_ALLOWED');
  if (route.method !== 'GET') add('BODY_TOO_LARGE', 'BODY_TYPE_UNKNOWN', 'BODY_UNREADABLE');
  if (demandsKey(route)) add('KEY_MISSING', 'KEY_MALFORMED', 'KEY_REUSED', 'CHANGED_MEANWHILE');
  return [...codes].sort() as FaultCode[];
}
