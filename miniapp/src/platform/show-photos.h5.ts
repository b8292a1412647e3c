/** Looking at photos large in a browser: the page shows them itself. */

export const showPhotos = (_addresses: readonly string[], _at: number): boolean => false;
