/** WeChat's aria properties as the attributes that a screen reader, and the device's person, find an element by. */

const NAMES =
  'role label live hidden modal disabled busy selected checked expanded required labelledby describedby'.split(' ');

const camel = (name: string): string => `aria${name[0]?.toUpperCase()}${name.slice(1)}`;

export const ARIA_PROPERTIES = NAMES.map(camel);

/** Writes the attribute of one property; nothing set, nothing written. */
export function writeAria(host: HTMLElement, property: string, value: string | boolean | null | undefined): void {
  const name = property.slice('aria'.length).toLowerCase();
  const attribute = name === 'role' ? 'role' : `aria-${name}`;
  if (value === undefined || value === null || value === '') host.removeAttribute(attribute);
  else host.setAttribute(attribute, String(value));
}
