/** Before the router starts: `/c/<token>` becomes the card page's address, `/a/<code>` that of checking in, and an address of no page that of the lost. */
import './frame.h5.scss';
import { tokenInPath } from './card-link';
import { PAGES, pageAt } from './pages';

if (window.location.pathname.startsWith('/c/')) {
  const token = tokenInPath(window.location.pathname);
  const query = token ? `token=${token}` : 'unknown=1';
  window.history.replaceState(null, '', `${PAGES['cards/scan'].address}?${query}`);
} else if (window.location.pathname.startsWith('/a/')) {
  const code = encodeURIComponent(window.location.pathname.slice('/a/'.length));
  window.history.replaceState(null, '', `${PAGES['volunteering/scan'].address}?code=${code}`);
} else if (!pageAt(window.location.pathname)) {
  window.history.replaceState(null, '', PAGES['home/lost'].address);
}
