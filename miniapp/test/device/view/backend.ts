/** glass-easel on a document as WeChat's own webview is: tags begin with wx-, a caught touch stops the scroll, rpx are known. */
import { CurrentWindowBackendContext, Event as PageEvent } from 'glass-easel';

const rpxAsVw = (css: string): string =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${Number((Number(n) / 7.5).toFixed(5))}vw`);

/** `h-input` is the browser's own input, whatever else is an element of WeChat's. */
function createElement(tag: string): HTMLElement {
  const element = document.createElement(tag.startsWith('h-') ? tag.slice(2) : `wx-${tag}`);
  const set = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => set(name, name === 'style' ? rpxAsVw(value) : value);
  return element;
}

/** Chromium takes listeners of touches on the body for passive; then `catchtouchmove` could not stop a scroll. */
function listenActively(): void {
  const add = document.body.addEventListener.bind(document.body) as (...of: unknown[]) => void;
  document.body.addEventListener = (type: string, work: unknown, how?: boolean | AddEventListenerOptions) =>
    add(type, work, { ...(typeof how === 'object' ? how : { capture: Boolean(how) }), passive: false });
}

const TOUCHING = /^(touch|mouse|click)/;

export function backend(): CurrentWindowBackendContext {
  listenActively();
  const context = new CurrentWindowBackendContext();
  context.document = {
    createElement,
    createTextNode: (words: string) => document.createTextNode(words),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof context.document;
  // The first `catch` on an event that is delegated to the body would prevent it all over the page.
  const listen = context.setListenerStats.bind(context);
  context.setListenerStats = (element, type, capture, level) =>
    listen(element, type, capture, TOUCHING.test(type) ? 0 : level);
  // Without this no event is dispatched, and nothing says so.
  context.onEvent((target, type, detail, options) => {
    const event = new PageEvent(type, detail, options);
    PageEvent.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  return context;
}
