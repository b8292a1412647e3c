/** Who may call what of merchants, offers, redemptions and statements: a part of the matrix, which says how it is read. */

export const REWARDS_TABLE = `
                                     nobody guest resident neighbour central member worker otherWorker staff lead street auditor admin unitContact partner otherPartner merchant otherMerchant farAdmin disabled expired
merchants.list                       401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
merchants.list elsewhere             401    403   403      403       403     403    403    403         404   404  200    404     403   403         403     403          403      403           403      401      401
merchants.one                        401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
merchants.add                        401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403           403      401      401
merchants.add elsewhere              401    403   403      403       403     403    403    403         404   404  403    403     403   403         403     403          403      403           403      401      401
merchants.write                      401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403           403      401      401
merchants.sign                       401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403           403      401      401
merchants.signAnew                   401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403           403      401      401

offers.list                          401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200           200      401      401
offers.list elsewhere                401    403   404      404       404     404    404    404         404   404  200    404     404   404         404     404          404      404           200      401      401
offers.managed                       401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403           403      401      401
offers.one                           401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200           404      401      401
offers.one not published             401    403   404      404       404     404    404    404         404   404  404    404     404   404         404     404          404      404           404      401      401
offers.drawUp                        401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403           403      401      401
offers.write                         401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403           403      401      401
offers.publish                       401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403           403      401      401
offers.withdraw                      401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403           403      401      401
`;
