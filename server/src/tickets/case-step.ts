/** One step of a case, judged as a whole and in one order: may they (403), does it start here (409), does a rule stand in the way; pure. */
import type { FaultCode } from '@sevengrid/shared/faults';
import { APPEAL_FLOW, type Action, type By } from '@sevengrid/shared/tickets/flows';
import { decide, type Decision, type Situation } from './appeal-rules';
import type { CaseState } from './case-state';
import { barred, refusal, relations, type Standing } from './standing';

/** What is decided, and as what the actor did it. */
export type Judged = { by: By; decision: Decision } | { fault: FaultCode };

/** Why `action` cannot start from where the case stands. */
export function wrongStage(action: Action, { stage, acceptedAt }: CaseState): FaultCode | null {
  if (APPEAL_FLOW[action].from.includes(stage)) return null;
  return action === 'accept' && acceptedAt !== null ? 'TICKET_ALREADY_ACCEPTED' : 'TICKET_WRONG_STAGE';
}

/** Who answers a survey says so; for whoever cannot, somebody else reads it aloud or brings the paper. */
const surveyWay = (action: Action, by: By, { surveyHow }: Situation['given']): FaultCode | null =>
  action === 'rate' && (by === 'requester') !== (surveyHow === 'self') ? 'SURVEY_WAY_WRONG' : null;

export function judge(action: Action, standing: Standing, situation: Situation): Judged {
  const all = relations(action, standing);
  const [by] = all;
  if (!by) return { fault: refusal(action, standing) };
  const fault =
    wrongStage(action, situation.state) ?? barred(action, situation, all) ?? surveyWay(action, by, situation.given);
  if (fault) return { fault };
  const decision = decide(action, situation);
  return 'fault' in decision ? decision : { by, decision };
}
