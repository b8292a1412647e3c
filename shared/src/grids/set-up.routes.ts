/** Routes by which grids, their teams and the stations are set up. */
import { CommunityQuery, EndTerm } from '../identity/set-up.requests';
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { AddGrid, AddStation, AppointToGrid, WriteGrid, WriteStation } from './set-up.requests';
import type { AppointedView, GridSetUpList, GridSetUpView, StationSetUpList, StationSetUpView } from './set-up.views';

export const gridSetUpRoutes = routes('gridSetUp', {
  list: {
    method: 'GET',
    path: '/setup/grids',
    permission: 'community.set_up',
    summary: 'Grids of the community with their duty hours and teams, retired ones last.',
    query: CommunityQuery,
    status: 200,
    reply: reply<GridSetUpList>('GridSetUpList'),
    faults: [],
  },
  add: {
    method: 'POST',
    path: '/setup/grids',
    permission: 'community.set_up',
    summary: 'One more grid.',
    body: AddGrid,
    status: 201,
    reply: reply<GridSetUpView>('GridSetUpView'),
    faults: ['GRID_CODE_TAKEN', 'DUTY_BACKWARDS'],
  },
  write: {
    method: 'PUT',
    path: '/setup/grids/:id',
    permission: 'community.set_up',
    summary: 'A grid’s names, branch, duty phone and hours, and whether it is one still.',
    params: IdParams,
    body: WriteGrid,
    status: 200,
    reply: reply<GridSetUpView>('GridSetUpView'),
    faults: ['GRID_CODE_TAKEN', 'GRID_IN_USE', 'DUTY_BACKWARDS'],
  },
  appoint: {
    method: 'POST',
    path: '/setup/grids/:id/team',
    permission: 'community.set_up',
    summary: 'A worker or a backup for the grid; whoever was it ends the day before. On the audit log.',
    params: IdParams,
    body: AppointToGrid,
    status: 201,
    reply: reply<AppointedView>('AppointedView'),
    faults: ['ACCOUNT_TAKEN', 'ACCOUNT_OWN', 'TEAM_PERSON_UNKNOWN', 'TEAM_TWICE', 'TERM_BACKWARDS'],
  },
  endTerm: {
    method: 'POST',
    path: '/setup/terms/:id/end',
    permission: 'community.set_up',
    summary: 'The last day of a worker or a backup in a grid, and of the role that came with it. On the audit log.',
    params: IdParams,
    body: EndTerm,
    status: 200,
    reply: reply<GridSetUpView>('GridSetUpView'),
    faults: ['TERM_BACKWARDS'],
  },
});

export const stationSetUpRoutes = routes('stationSetUp', {
  list: {
    method: 'GET',
    path: '/setup/stations',
    permission: 'community.set_up',
    summary: 'Stations of the community, closed ones last.',
    query: CommunityQuery,
    status: 200,
    reply: reply<StationSetUpList>('StationSetUpList'),
    faults: [],
  },
  add: {
    method: 'POST',
    path: '/setup/stations',
    permission: 'community.set_up',
    summary: 'One more station.',
    body: AddStation,
    status: 201,
    reply: reply<StationSetUpView>('StationSetUpView'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/setup/stations/:id',
    permission: 'community.set_up',
    summary: 'A station’s words, phone, place in the list, and whether it is open.',
    params: IdParams,
    body: WriteStation,
    status: 200,
    reply: reply<StationSetUpView>('StationSetUpView'),
    faults: [],
  },
});
