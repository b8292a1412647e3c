/** Who may call what of points: a part of the matrix, which says how it is read. */

export const POINTS_TABLE = `
                                     nobody guest resident neighbour central member worker otherWorker staff lead street auditor admin unitContact partner otherPartner merchant otherMerchant farAdmin disabled expired
points.mine                          401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200           200      401      401
points.ofMember                      401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
points.ofMember elsewhere            401    403   403      403       403     403    403    403         404   404  200    404     403   403         403     403          403      403           403      401      401
points.totals                        401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
points.totals elsewhere              401    403   403      403       403     403    403    403         404   404  200    404     403   403         403     403          403      403           403      401      401
points.adjustments                   401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
points.adjustments elsewhere         401    403   403      403       403     403    403    403         404   404  200    404     403   403         403     403          403      403           403      401      401
points.askAdjustment                 401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403           403      401      401
points.askAdjustment of oneself      401    403   403      403       403     403    403    403         403   403  403    403     403   403         403     403          403      403           403      401      401
points.askAdjustment elsewhere       401    403   403      403       403     403    403    403         404   404  403    403     403   403         403     403          403      403           403      401      401
points.decideAdjustment              401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403           403      401      401
points.decideAdjustment of own        401    403   403      403       403     403    403    403         403   403  403    403     403   403         403     403          403      403           403      401      401
`;
