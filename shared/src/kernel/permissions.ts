/** Every permission there is, `noun.verb`; roles are named sets of these, seeded as data and editable. */

export const PERMISSIONS = [
  'audit.read',
  'binding.confirm',
  'binding.request',
  'calendar.edit',
  'card.issue',
  'card.look_up',
  'card.print',
  'card.read_link',
  'community.set_up',
  'coordination.answer',
  'grid.read',
  'household.read',
  'leave.record',
  'leave.record_own',
  'media.upload',
  'notice.read',
  'person.reveal',
  'policy.edit',
  'register.export',
  'register.import',
  'scope.read',
  'ticket.appoint',
  'ticket.contest',
  'ticket.coordinate',
  'ticket.decline',
  'ticket.file',
  'ticket.file_for',
  'ticket.hand_over',
  'ticket.handle',
  'ticket.lead',
  'ticket.read',
  'ticket.reassign',
  'ticket.regrade',
  'ticket.verify',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const isPermission = (name: string): name is Permission => (PERMISSIONS as readonly string[]).includes(name);
