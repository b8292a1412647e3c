/** Routes by which the community says what one can file about. */
import { CommunityQuery } from '../identity/set-up.requests';
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { AddCategory, TakeUsualCategories, WriteCategory } from './categories.requests';
import type { CategorySetUpList, CategorySetUpView } from './categories.views';

export const categoryRoutes = routes('categories', {
  list: {
    method: 'GET',
    path: '/setup/categories',
    permission: 'community.set_up',
    summary: 'Kinds of matters of the community, retired ones last.',
    query: CommunityQuery,
    status: 200,
    reply: reply<CategorySetUpList>('CategorySetUpList'),
    faults: [],
  },
  takeUsual: {
    method: 'POST',
    path: '/setup/categories/usual',
    permission: 'community.set_up',
    summary: 'The usual ten kinds to begin with; those that are there already stay as they are.',
    body: TakeUsualCategories,
    status: 200,
    reply: reply<CategorySetUpList>('CategorySetUpList'),
    faults: [],
  },
  add: {
    method: 'POST',
    path: '/setup/categories',
    permission: 'community.set_up',
    summary: 'One more kind of matter, at the end of the list.',
    body: AddCategory,
    status: 201,
    reply: reply<CategorySetUpView>('CategorySetUpView'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/setup/categories/:id',
    permission: 'community.set_up',
    summary: 'A kind’s words, grade, place in the list, and whether it can be chosen.',
    params: IdParams,
    body: WriteCategory,
    status: 200,
    reply: reply<CategorySetUpView>('CategorySetUpView'),
    faults: ['LAST_CATEGORY'],
  },
});
