/** What WeChat does with a finger besides events: `hover-class` while it lies on an element, and the end of the page. */
import { say } from './page-window';

const NONE = 'none';

function hovered(event: Event): { element: Element; name: string } | undefined {
  const element = (event.target as Element | null)?.closest('[data-hover]');
  const name = element?.getAttribute('data-hover') ?? NONE;
  return element && name !== NONE ? { element, name } : undefined;
}

/** px above the end where WeChat says that it is reached. */
const NEAR_END = 50;

export function watchFinger(): void {
  const options = { capture: true, passive: true };
  document.addEventListener(
    'touchstart',
    (event) => {
      const on = hovered(event);
      on?.element.classList.add(on.name);
    },
    options,
  );
  for (const end of ['touchend', 'touchcancel'])
    document.addEventListener(
      end,
      (event) => {
        const on = hovered(event);
        on?.element.classList.remove(on.name);
      },
      options,
    );
  let near = false;
  addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      const nowNear = scrollTop + clientHeight >= scrollHeight - NEAR_END;
      if (nowNear && !near) say({ reached: 'bottom' });
      near = nowNear;
    },
    { passive: true },
  );
}
