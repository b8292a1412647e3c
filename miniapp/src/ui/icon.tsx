/** Icons on WeChat, which draws no SVG elements: a mask from the path, filled with the text's colour. */
import { Span } from './elements';
import { ICON_PATHS, type IconName } from './icon-paths';

export interface IconProps {
  name: IconName;
  /** px; the text size's own where left out */
  size?: number;
  tone?: 'ink' | 'muted' | 'primary' | 'madder' | 'warn';
}

/** No semicolon may stand in it: WeChat splits styles there. */
const masked = (name: IconName): string => {
  const svg =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.8' " +
    `stroke-linecap='round' stroke-linejoin='round'><path d='${ICON_PATHS[name]}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}")`;
};

export function Icon({ name, size, tone }: IconProps) {
  const mask = masked(name);
  const side = size ? { width: `${size}px`, height: `${size}px` } : {};
  const style = { WebkitMaskImage: mask, maskImage: mask, ...side };
  return <Span silent className={`icon icon-mask ${tone ? `is-${tone}` : ''}`} style={style} />;
}
