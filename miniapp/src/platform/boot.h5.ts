/** Before the router starts: `/c/<token>` becomes the card page's address, and an address of no page that of the lost. */
import './frame.h5.scss';
import { tokenInPath } from './card-link';
import { PAGES, pageAt } from './pages';

if (window.location.pathname.startsWith('/c/')) {
  const token = tokenInPath(window.location.pathname);
  const query = token ? `token=${token}` : 'unknown=1';
  window.history.replaceState(null, '', `${PAGES['cards/scan'].address}?${query}`);
} else if (!pageAt(window.location.pathname)) {
  window.history.replaceState(null, '', PAGES['home/lost'].address);
}
