/** Calling somebody from a browser. */

/** Opens the dialler, where the device has one. */
export function dial(number: string): void {
  window.location.href = `tel:${number}`;
}
