/** Roles that a sheet of people may give: those of a community and its grids, by the names that a clerk writes. */
import type { Role } from '../identity/roles';
import type { Bilingual } from '../kernel/texts';
import type { TeamRole } from './set-up.requests';

export const SHEET_ROLES = ['worker', 'backup', 'staff', 'lead', 'auditor', 'admin', 'central'] as const;
export type SheetRole = (typeof SHEET_ROLES)[number];

export interface SheetRoleSpec {
  name: Bilingual;
  /** What the account holds by it. */
  role: Role;
  /** Its place on a grid’s team; held in the community where it has none. */
  team?: TeamRole;
}

export const ROLES_OF_SHEET: Readonly<Record<SheetRole, SheetRoleSpec>> = {
  worker: { name: { zh: '网格员', bo: 'དྲ་མིག་པ།' }, role: 'grid_worker', team: 'worker' },
  backup: { name: { zh: '后备网格员', bo: 'ཚབ་བྱེད་དྲ་མིག་པ།' }, role: 'grid_worker', team: 'backup' },
  staff: { name: { zh: '社区工作人员', bo: 'སྡེ་ཁུལ་ལས་བྱེད་པ།' }, role: 'staff' },
  lead: { name: { zh: '社区负责人', bo: 'སྡེ་ཁུལ་འགན་འཛིན།' }, role: 'lead' },
  auditor: { name: { zh: '监督员', bo: 'ལྟ་སྐུལ་པ།' }, role: 'auditor' },
  admin: { name: { zh: '管理员', bo: 'དོ་དམ་པ།' }, role: 'admin' },
  central: { name: { zh: '党员中心户', bo: 'ཏང་ཡོན་ལྟེ་བའི་ཁྱིམ་ཚང་།' }, role: 'central_household' },
};

/** As they stand in the list to choose from. */
export const SHEET_ROLE_NAMES: readonly string[] = SHEET_ROLES.map((of) => ROLES_OF_SHEET[of].name.zh);
