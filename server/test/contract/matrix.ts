/**
 * Who may call what, and what they are answered: the authorization matrix, to be read and reviewed as a table.
 *
 * A row is a route, or a route and the object it is called on; where no object is named it belongs to the resident, to
 * their household, or to the worker's grid, so that the columns beside theirs are the cells of somebody else's object.
 * A cell is the HTTP status of a call with valid input: 401 no live session, 403 sees but may not, 404 not theirs and
 * so as if it were not there, 422 a filing that names no place.
 */
import { COLUMNS, type Column } from './cast';

const TABLE = `
                                     nobody guest resident neighbour central member worker otherWorker staff lead street auditor admin unitContact partner merchant farAdmin disabled expired
identity.demo                        200    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      200      200
identity.logInDemo                   201    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      201      201
identity.logInPassword               201    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      201      201
identity.logInWechat                 201    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      201      201
identity.logOut                      401    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
identity.me                          401    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
identity.changePassword              401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
identity.recordConsent               401    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      401      401
identity.scopes                      401    403   403      403       403     403    200    200         200   200  200    200     200   403         403     403      200      401      401
identity.auditLog                    401    403   403      403       403     403    403    403         403   200  403    200     403   403         403     403      403      401      401

media.start                          401    201   201      201       201     201    201    201         201   201  201    403     403   403         201     403      403      401      401
media.upload                         401    404   200      404       404     404    404    404         404   404  404    403     403   403         404     403      403      401      401
media.send                           401    404   200      404       404     404    404    404         404   404  404    403     403   403         404     403      403      401      401
media.finish                         401    404   200      404       404     404    404    404         404   404  404    403     403   403         404     403      403      401      401
media.discard                        401    404   200      404       404     404    404    404         404   404  404    403     403   403         404     403      403      401      401
media.photo by its link              200    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      200      200
media.photo by the link of a voice   404    404   404      404       404     404    404    404         404   404  404    404     404   404         404     404      404      404      404
media.voice by its link              200    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      200      200

grids.stations                       401    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
grids.grids                          401    403   403      403       403     403    200    200         200   200  200    200     200   403         403     403      200      401      401
grids.grid                           401    403   403      403       403     403    200    404         200   200  200    200     200   403         403     403      404      401      401
grids.households                     401    403   403      403       403     403    200    200         200   200  403    403     200   403         403     403      200      401      401
grids.household                      401    403   403      403       403     403    200    404         200   200  403    403     200   403         403     403      404      401      401
grids.revealResident                 401    403   403      403       403     403    201    404         201   201  403    403     403   403         403     403      403      401      401
grids.servedHouseholds               401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
grids.myBinding                      401    200   200      200       200     200    403    403         403   403  403    403     403   403         403     403      403      401      401
grids.requestBinding                 401    201   201      201       201     201    403    403         403   403  403    403     403   403         403     403      403      401      401
grids.bindings                       401    403   403      403       403     403    200    200         200   200  403    403     403   403         403     403      403      401      401
grids.confirmBinding                 401    403   403      403       403     403    200    404         200   200  403    403     403   403         403     403      403      401      401
grids.refuseBinding                  401    403   403      403       403     403    200    404         200   200  403    403     403   403         403     403      403      401      401
grids.leaves                         401    403   403      403       403     403    200    404         200   200  200    200     200   403         403     403      404      401      401
grids.recordLeave                    401    403   403      403       403     403    201    404         201   201  403    403     201   403         403     403      404      401      401
grids.recordLeave of oneself         401    403   403      403       403     403    201    201         404   404  403    403     404   403         403     403      404      401      401
grids.cancelLeave                    401    403   403      403       403     403    200    404         200   200  403    403     200   403         403     403      404      401      401

imports.template                     401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      200      401      401
imports.export                       401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      200      401      401
imports.upload                       401    403   403      403       403     403    403    403         403   201  403    403     201   403         403     403      201      401      401
imports.list                         401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      200      401      401
imports.one                          401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401
imports.rows                         401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401
imports.errors                       401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401
imports.apply                        401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401
imports.discard                      401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401
imports.undo                         401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      404      401      401

cards.scan                           201    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      201      201
cards.current                        401    200   200      200       200     404    200    200         404   404  404    404     404   404         404     404      404      401      401
cards.lookUp                         401    403   403      403       403     403    201    404         201   201  403    403     403   403         403     403      403      401      401
cards.cards                          401    403   403      403       403     403    200    404         200   200  403    403     403   403         403     403      403      401      401
cards.issue                          401    403   403      403       403     403    403    403         201   201  403    403     201   403         403     403      404      401      401
cards.end                            401    403   403      403       403     403    403    403         200   200  403    403     200   403         403     403      404      401      401
cards.rotate                         401    403   403      403       403     403    403    403         201   201  403    403     201   403         403     403      404      401      401
cards.readLink                       401    403   403      403       403     403    403    403         403   201  403    403     201   403         403     403      404      401      401

tickets.categories                   401    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
tickets.open at home                 401    201   201      201       201     422    422    422         422   422  403    403     403   403         403     403      403      401      401
tickets.open for a household         401    201   201      404       404     404    201    404         201   201  403    403     403   403         403     403      403      401      401
tickets.open for a served household  401    201   404      404       201     404    201    404         201   201  403    403     403   403         403     403      403      401      401
tickets.open in a grid               401    201   404      404       404     404    201    404         201   201  403    403     403   403         403     403      403      401      401
tickets.follow                       201    201   201      201       201     201    201    201         201   201  201    201     201   201         201     201      201      201      201
tickets.claim                        401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
tickets.mine                         401    200   200      200       200     200    200    200         200   200  200    200     200   200         200     200      200      401      401
tickets.queue                        401    403   403      403       403     403    200    200         200   200  200    200     403   403         403     403      403      401      401
tickets.counts                       401    403   403      403       403     403    200    200         200   200  200    200     403   403         403     403      403      401      401
tickets.ticket of the resident       401    404   200      404       404     404    200    404         200   200  200    200     404   404         404     404      404      401      401
tickets.ticket of the guest          401    200   404      404       404     404    200    404         200   200  200    200     404   404         404     404      404      401      401
tickets.candidates                   401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.revealRequester              401    403   403      403       403     403    201    404         201   201  403    403     403   403         403     403      403      401      401
tickets.attribute                    401    403   403      403       403     403    200    404         200   200  403    403     403   403         403     403      403      401      401
tickets.accept                       401    403   403      403       403     403    200    404         200   200  403    403     403   403         403     403      403      401      401
tickets.decline                      401    403   403      403       403     403    403    403         403   200  200    403     403   403         403     403      403      401      401
tickets.contest                      401    404   200      404       404     404    403    403         403   403  403    403     403   403         403     403      403      401      401
tickets.contest of the guest         401    200   404      404       404     404    403    403         403   403  403    403     403   403         403     403      403      401      401
tickets.contact                      401    404   403      404       404     404    200    404         403   403  403    403     404   404         404     404      404      401      401
tickets.resolve                      401    404   403      404       404     404    200    404         403   403  403    403     404   404         404     404      404      401      401
tickets.attempt                      401    403   403      403       403     403    403    403         200   200  200    403     403   403         403     403      403      401      401
tickets.verify                       401    403   403      403       403     403    403    403         200   200  200    403     403   403         403     403      403      401      401
tickets.confirm                      401    404   200      404       404     404    403    404         403   403  403    403     404   404         404     404      404      401      401
tickets.reopen                       401    404   200      404       404     404    403    404         200   200  200    403     404   404         404     404      404      401      401
tickets.reopen of the guest          401    200   404      404       404     404    403    404         200   200  200    403     404   404         404     404      404      401      401
tickets.withdraw                     401    404   200      404       404     404    403    404         403   403  403    403     404   404         404     404      404      401      401
tickets.withdraw of the guest        401    200   404      404       404     404    403    404         403   403  403    403     404   404         404     404      404      401      401
tickets.reassign                     401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.regrade                      401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.remark                       401    404   403      404       404     404    200    404         200   200  403    403     404   404         404     404      404      401      401
tickets.ask                          401    404   403      404       404     404    200    404         403   403  403    403     404   404         404     404      404      401      401
tickets.answer                       401    404   200      404       404     404    200    404         403   403  403    403     404   404         404     404      404      401      401
tickets.rate                         401    404   200      404       404     404    403    404         200   200  200    403     404   404         404     404      404      401      401
tickets.revisit                      401    403   403      403       403     403    403    403         200   200  200    403     403   403         403     403      403      401      401
tickets.coordinate                   401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.recall                       401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.escalate                     401    404   403      404       404     404    200    404         200   200  200    403     404   404         404     404      404      401      401
tickets.extend                       401    403   403      403       403     403    403    403         403   200  200    403     403   403         403     403      403      401      401
tickets.verifiers                    401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.appoint                      401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.holders                      401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
tickets.handOver                     401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401

coordination.partners                401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403      403      401      401
coordination.list                    401    403   403      403       403     403    403    403         403   403  403    403     403   403         200     403      403      401      401
coordination.one                     401    403   403      403       403     403    403    403         403   403  403    403     403   403         200     403      403      401      401
coordination.reply                   401    403   403      403       403     403    403    403         403   403  403    403     403   403         200     403      403      401      401
coordination.sendBack                401    403   403      403       403     403    403    403         403   403  403    403     403   403         200     403      403      401      401

deadlines.read                       401    403   403      403       403     403    200    200         200   200  200    200     200   403         403     403      200      401      401
deadlines.write                      401    403   403      403       403     403    403    403         403   200  403    403     200   403         403     403      200      401      401
deadlines.calendar                   401    403   403      403       403     403    200    200         200   200  200    200     200   403         403     403      200      401      401
deadlines.writeHours                 401    403   403      403       403     403    403    403         200   200  403    403     200   403         403     403      200      401      401
deadlines.writeDays                  401    403   403      403       403     403    403    403         200   200  403    403     200   403         403     403      200      401      401

notices.inbox                        401    403   200      200       200     200    200    200         200   200  200    403     200   200         200     200      200      401      401
notices.unread                       401    403   200      200       200     200    200    200         200   200  200    403     200   200         200     200      200      401      401
notices.markRead                     401    403   200      200       200     200    200    200         200   200  200    403     200   200         200     200      200      401      401
`;

export interface Row {
  /** `tickets.open for a household`. */
  name: string;
  /** `tickets.open`. */
  route: string;
  cells: Readonly<Record<Column, number>>;
}

/** @throws when the table's head is not the list of columns, or a row has not one cell for each. */
function read(table: string): Row[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  if (head.trim().split(/\s+/).join() !== COLUMNS.join()) throw new Error('the columns of the matrix are others');
  return lines.map((line) => {
    const [, name = '', rest = ''] = /^(.+?)\s{2,}([\d\s]+)$/.exec(line) ?? [];
    const statuses = rest.trim().split(/\s+/).map(Number);
    if (statuses.length !== COLUMNS.length) throw new Error(`${line}: not one cell for each column`);
    const cells = Object.fromEntries(COLUMNS.map((column, i) => [column, statuses[i]])) as Record<Column, number>;
    return { name, route: name.split(' ')[0] ?? '', cells };
  });
}

export const MATRIX: readonly Row[] = read(TABLE);
