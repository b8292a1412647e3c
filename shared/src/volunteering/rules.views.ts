/** The rules of volunteering as the community reads them. */
import type { VolunteeringRule } from './rules';

export interface RuleVersionView extends VolunteeringRule {
  /** Null of the one that every community begins with. */
  validFrom: string | null;
  writtenByName: string | null;
}

export interface VolunteeringRulesView {
  /** Whose these are; a change names it. */
  communityId: string;
  /** The caller may change them. */
  editable: boolean;
  /** In force now. */
  rule: VolunteeringRule;
  /** The newest twenty, with the one they began with last. */
  versions: RuleVersionView[];
}
