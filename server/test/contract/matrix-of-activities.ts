/**
 * Who may call the routes of activities: a table as in `matrix.ts`. The organiser of every activity is `central`; whoever
 * signed up is `member`. For whom an activity's inner side does not concern it is not there (404).
 */
export const ACTIVITIES = `
                                     nobody guest resident neighbour central member worker otherWorker staff lead street auditor admin unitContact partner otherPartner merchant otherMerchant farAdmin disabled expired
activities.list                      401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200          200      401      401
activities.list of all               401    403   403      403       403     403    403    403         200   200  200    200     403   403         403     403          403      403          403      401      401
activities.one                       401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200          404      401      401
activities.one that is a draft       401    403   404      404       200     404    404    404         200   200  200    200     404   404         404     404          404      404          404      401      401
activities.plan                      401    403   403      403       403     403    403    403         201   201  403    403     403   403         403     403          403      403          403      401      401
activities.plan elsewhere            401    403   403      403       403     403    403    403         404   404  403    403     403   403         403     403          403      403          403      401      401
activities.write                     401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403          403      401      401
activities.publish                   401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403          403      401      401
activities.close                     401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403          403      401      401
activities.cancel                    401    403   403      403       403     403    403    403         200   200  403    403     403   403         403     403          403      403          403      401      401
activities.signUp                    401    403   403      403       403     201    403    403         403   403  403    403     403   403         403     403          403      403          403      401      401
activities.leave                     401    403   409      409       409     200    409    409         409   409  409    409     409   409         409     409          409      409          404      401      401
activities.signUps                   401    403   404      404       200     404    404    404         200   200  404    404     404   404         404     404          404      404          404      401      401
activities.mine                      401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200          200      401      401
activities.myYear                    401    403   200      200       200     200    200    200         200   200  200    200     200   200         200     200          200      200          200      401      401
`;
