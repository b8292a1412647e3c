/** Before the router starts: `/c/<token>`, which the server answers with this app, becomes the card page's address. */
import './frame.h5.scss';
import { tokenInPath } from './card-link';
import { PAGES } from './pages';

if (window.location.pathname.startsWith('/c/')) {
  const token = tokenInPath(window.location.pathname);
  const query = token ? `token=${token}` : 'unknown=1';
  window.history.replaceState(null, '', `${PAGES['cards/scan'].address}?${query}`);
}
