/** Where the server is, for a browser: where the page came from. */
export const BASE = '';
