/**
 * Every list, who asks for it and how, and the indexes that answer it: a table to be read and reviewed.
 *
 * A row is a GET whose reply has items, called as the column of that name in the authorization matrix, with what is asked
 * beside what it demands (an empty value leaves out what it is usually given). The keys are those by which its rows are found, on the first page as on the second; what is then
 * looked up beside each row, as a rule by a primary key, is not named. `-` where the places kept in memory answer.
 */
import type { Column } from '../contract/cast';

const TABLE = `
list                     by         with             answered by
identity.scopes          staff      -                -
identity.auditLog        lead       -                audit_log_scope
retention.read           lead       -                retention_policy.PRIMARY
grids.stations           resident   -                station_community
grids.grids              staff      -                grid_worker_grid household_grid central_household
grids.households         staff      -                household_grid resident_household
grids.households         worker     q=室             household_grid resident_household
grids.servedHouseholds   central    -                central_person resident_household
grids.servedHouseholds   resident   -                resident_person resident_household
grids.bindings           worker     -                binding_grid
grids.bindings           lead       -                binding_grid
grids.bindings           lead       state=waiting&q=室 binding_grid
grids.leaves             lead       -                grid_worker_grid worker_leave_person
central.candidates       lead       -                role_grant_scope resident_household central_person
imports.list             lead       -                register_import_community
imports.rows             lead       -                register_import_row_verdict
cards.cards              worker     -                card_grid
cards.cards              staff      gridId=          card_grid
printing.buildings       lead       -                building_grid household_door card_active_household
printing.doors           lead       -                household_grid card_active_household
printing.batches         lead       -                card_batch_grid card_batch_state
printing.batchDoors      lead       -                card_batch_door.PRIMARY
tickets.categories       resident   -                ticket_category_code
tickets.mine             resident   -                ticket_requester ticket_recorder
tickets.mine             resident   state=open       ticket_requester ticket_recorder
tickets.mine             guest      -                ticket_guest.PRIMARY
tickets.queue            worker     queue=to_do      ticket_grid_phase ticket_holder
tickets.queue            worker     queue=due_soon   ticket_grid_soon
tickets.queue            worker     queue=all        ticket_grid
tickets.queue            staff      queue=to_do      ticket_community_phase
tickets.queue            staff      queue=due_soon   ticket_community_soon
tickets.queue            staff      queue=to_verify  ticket_community_phase ticket_community_soon ticket_holder_person ticket_event_seq
tickets.queue            staff      queue=all        ticket_community
tickets.queue            staff      phase=resolved   ticket_community_phase
tickets.queue            staff      q=0007           ticket_serial
tickets.queue            street     queue=to_do      ticket_community_phase
tickets.queue            street     queue=due_soon   ticket_community_soon
tickets.queue            street     queue=all        ticket_community
tickets.candidates       lead       -                role_grant_scope ticket_holder grid_worker_person worker_leave_person
tickets.verifiers        lead       -                role_grant_scope ticket_holder ticket_event_seq grid_worker_grid
tickets.holders          lead       -                role_grant_scope ticket_grid_phase ticket_holder.PRIMARY ticket_verifier grid_worker_person
coordination.partners    staff      -                organisation_scope
coordination.list        partner    -                coordination_open
coordination.list        partner    state=ended      coordination_body
notices.inbox            worker     -                notice_inbox
notices.inbox            worker     only=unread      notice_unread
units.list               staff      -                unit_reporting_once membership_unit
units.list               staff      q=试用           unit_reporting_once
units.choices            member     -                unit_reporting_once
units.own                unitContact -               membership_unit
members.list             staff      -                membership_unit
members.list             staff      unitId=          membership_list
members.requests         unitContact -               membership_list
serviceKinds.list        resident   -                service_kind_position
serviceKinds.kept        staff      -                service_kind_position
scopes.tree              admin      -                scope.PRIMARY ticket_number.PRIMARY
accounts.page            admin      -                role_grant_scope role_grant_person
bodies.list              admin      -                organisation_scope role_grant_organisation
bodies.answerable        admin      role=partner     organisation_scope
bodies.answerable        admin      role=unit_contact unit_reporting_once
roles.list               admin      -                role_grant_scope
gridSetUp.list           admin      -                scope_code household_grid grid_worker_grid
stationSetUp.list        admin      -                station_community
categories.list          admin      -                ticket_category_code
activities.list          member     -                activity_stage
activities.list          member     list=mine        activity_sign_up_person
activities.list          central    list=organise    activity_organiser_person
activities.list          staff      list=all         activity_all
activities.signUps       central    -                activity_sign_up_order
activities.mine          member     -                activity_sign_up_person
merchants.list           lead       -                merchant_community.PRIMARY agreement_community agreement_version_number role_grant_organisation
offers.list              resident   -                offer_shown agreement_community offer_shop.PRIMARY
offers.managed           lead       -                offer_community
presence.board           central    -                attendance_once
awards.objections        staff      -                attendance_objection_activity
awards.takeBacks         staff      -                award_take_back_list
points.adjustments       lead       -                point_adjustment_community
redemptions.mine         resident   -                redemption_person redemption_capture_redemption redemption_undo_redemption
redemptions.mine         resident   only=open        redemption_person
redemptions.today        merchant   -                redemption_capture_merchant
statements.list          merchant   -                statement_merchant statement_confirmation_side statement_remark_statement
statements.list          lead       -                statement_community
statements.lines         lead       -                statement_line.PRIMARY
`;

export interface List {
  /** As it stands in the table, to name it by. */
  name: string;
  route: string;
  who: Column;
  query: Readonly<Record<string, string | undefined>>;
  keys: readonly string[];
}

function read(table: string): List[] {
  const [, ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [route = '', who = '', asked = '', ...keys] = line.trim().split(/\s+/);
    return {
      name: `${route} by ${who}${asked === '-' ? '' : `, ${asked}`}`,
      route,
      who: who as Column,
      query: Object.fromEntries(
        [...new URLSearchParams(asked === '-' ? '' : asked)].map(([k, v]) => [k, v || undefined]),
      ),
      keys: keys.filter((key) => key !== '-'),
    };
  });
}

export const LISTS: readonly List[] = read(TABLE);

/** Tables that may be read whole, and why that is no harm. */
export const SMALL: Readonly<Record<string, string>> = {
  role: 'the thirteen roles that every database has',
  scope_revision: 'one row',
  lease: 'one row for each job',
};
