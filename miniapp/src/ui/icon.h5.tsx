/** Icons in a browser: inline SVG in the text's colour. */
import type { IconProps } from './icon';
import { ICON_PATHS } from './icon-paths';

export function Icon({ name, size, tone }: IconProps) {
  return (
    <svg
      className={`icon ${tone ? `is-${tone}` : ''}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
