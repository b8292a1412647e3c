/** Pictures, and boxes that scroll: image and scroll-view. */
import type { Part, Shown } from './part';

/** WeChat's modes as a background is placed. */
const FIT: Record<string, string> = {
  scaleToFill: '100% 100%',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: '100% 100%',
  heightFix: '100% 100%',
};

/** The phone's own files, where its glass finds them. */
const onGlass = (src: string): string => src.replace(/^wxfile:\/\//, '/-/wxfile/');

/** Drawn as a background, as WeChat does, so that the box alone says how large it is. */
function draws({ of, keep }: Shown): void {
  const [src, mode] = [onGlass(of<string>('src')), of<string>('mode')];
  const placed = `background-size:${FIT[mode] ?? 'auto'};background-position:${FIT[mode] ? 'center' : mode}`;
  keep({ from: src, drawn: src ? `background-image:url("${src}");${placed}` : '' });
}

function loaded({ host, of, tell }: Shown): void {
  const { naturalWidth: width, naturalHeight: height } = host.querySelector('img') ?? new Image();
  if (of<string>('mode') === 'widthFix') host.style.height = `${(host.offsetWidth * height) / width}px`;
  if (of<string>('mode') === 'heightFix') host.style.width = `${(host.offsetHeight * width) / height}px`;
  tell('load', { width, height });
}

const image: Part = {
  inside:
    '<h-div class="wx-picture" style="{{drawn}}"></h-div><h-img alt="" src="{{from}}" bind:load="loads" bind:error="fails"></h-img>',
  properties: { src: '', mode: 'scaleToFill' },
  ignores: 'lazy-load webp show-menu-by-longpress fade-in',
  keeps: { from: '', drawn: '' },
  reacts: [{ to: 'src, mode', by: draws }],
  hears: { loads: loaded, fails: ({ tell }) => tell('error', { errMsg: 'image load failed' }) },
};

function scrolls({ host, of, tell }: Shown): void {
  const box = host.firstElementChild;
  if (!box) return;
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = box;
  tell('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
  if (scrollTop + clientHeight >= scrollHeight - of<number>('lowerThreshold'))
    tell('scrolltolower', { direction: 'bottom' });
}

/** Comfort that WeChat adds to scrolling, the pulling down of a box included. */
const SCROLLING = [
  'scroll-left scroll-into-view scroll-into-view-within-extent scroll-into-view-alignment scroll-with-animation',
  'scroll-anchoring upper-threshold enable-back-to-top enable-flex enable-passive enhanced bounces show-scrollbar',
  'paging-enabled fast-deceleration animation using-sticky type associative-container reverse clip cache-extent',
  'min-drag-distance padding refresher-enabled refresher-threshold refresher-default-style refresher-background',
  'refresher-triggered refresher-two-level-enabled refresher-two-level-triggered refresher-two-level-threshold',
  'refresher-two-level-close-threshold refresher-two-level-scroll-enabled refresher-two-level-pinned',
  'refresher-ballistic-refresh-enabled',
].join(' ');

const scrollView: Part = {
  inside:
    "<h-div class=\"wx-scrolled {{scrollX ? 'is-x' : ''}} {{scrollY ? 'is-y' : ''}}\" catch:scroll=\"scrolls\"><slot/></h-div>",
  properties: { scrollX: false, scrollY: false, scrollTop: 0, lowerThreshold: 50 },
  ignores: SCROLLING,
  hears: { scrolls },
  reacts: [
    {
      to: 'scrollTop',
      by: ({ host, of }) => host.firstElementChild?.scrollTo({ top: of<number>('scrollTop') }),
    },
  ],
};

export const PICTURES: Record<string, Part> = { image, 'scroll-view': scrollView };
