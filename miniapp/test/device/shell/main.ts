/** The phone's own document: one frame a page, WeChat's bar where a page has none, and its toasts and dialogs. */
import type { Question } from './question';
import type { Bar, ShellWindow } from './shell-window';

const own = window as unknown as ShellWindow & typeof globalThis;

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')];

const nameOf = (id: number): string => `page-${id}`;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', words = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}

function open(id: number): void {
  const frame = make('iframe');
  frame.name = nameOf(id);
  frame.src = '/-/page';
  byId('pages').append(frame);
}

function drawBar({ title, custom, back }: Bar): void {
  const bar = byId('bar');
  bar.hidden = custom;
  bar.replaceChildren(title);
  if (!back) return;
  const button = make('button', '', '‹');
  button.setAttribute('aria-label', '返回');
  button.onclick = () => void own.goBack();
  bar.append(button);
}

function show(id: number, bar: Bar): void {
  for (const frame of frames()) frame.classList.toggle('is-top', frame.name === nameOf(id));
  frames().at(-1)?.classList.toggle('has-bar', !bar.custom);
  drawBar(bar);
}

const close = (id: number): void =>
  frames()
    .find(({ name }) => name === nameOf(id))
    ?.remove();

function toast(words: string, ms: number): void {
  document.querySelector('.toast')?.remove();
  if (ms === 0) return;
  const drawn = make('div', 'toast', words);
  drawn.setAttribute('role', 'status');
  byId('front').append(drawn);
  setTimeout(() => drawn.remove(), ms);
}

function ask({ shape, title, words, answers, cancel, field }: Question): Promise<string | null> {
  const veil = make('div', `veil is-${shape}`);
  const box = make('div', 'asked');
  box.setAttribute('role', 'dialog');
  const typed = make('input');
  if (title) box.append(make('h2', '', title));
  if (words) box.append(make('p', '', words));
  if (field !== undefined) box.append(Object.assign(typed, { value: field }));
  const row = make('div', 'answers');
  box.append(row);
  veil.append(box);
  byId('front').append(veil);
  return new Promise((resolve) => {
    const offer = (answer: string, result: () => string | null): void => {
      const button = make('button', '', answer);
      button.onclick = () => {
        veil.remove();
        resolve(result());
      };
      row.append(button);
    };
    for (const answer of answers) offer(answer, () => (field === undefined ? answer : typed.value));
    if (cancel) offer(cancel, () => null);
  });
}

function look(address: string, place: string): void {
  const viewer = make('div', 'viewer');
  viewer.setAttribute('role', 'dialog');
  viewer.setAttribute('aria-label', place);
  const photo = make('img');
  photo.src = address;
  photo.alt = place;
  viewer.append(photo, make('p', '', place));
  viewer.onclick = () => viewer.remove();
  byId('front').append(viewer);
}

own.shell = { open, show, close, toast, ask, look };
