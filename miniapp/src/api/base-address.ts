/** Where the server is, for the mini-program: written in at build time. */
export const BASE = API_BASE;
