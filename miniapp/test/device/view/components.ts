/** The device's parts, and the build's own pages and components, as glass-easel knows them. */
import {
  Component,
  ComponentSpace,
  type Element as Drawn,
  type GeneralComponentDefinition,
  type ShadowedEvent,
} from 'glass-easel';
import { PARTS } from '../parts/parts';
import type { Part, Shown, Value } from '../parts/part';
import { ARIA_PROPERTIES, writeAria } from './aria';
import { pageWindow, say } from './page-window';

type Data = Record<string, unknown>;

/** What of a glass-easel component is used here. */
interface Instance {
  data: Data;
  $$: HTMLElement;
  shown?: Shown;
  setData(values: Data): void;
  triggerEvent(type: string, detail: Data): void;
  addListener(type: string, work: (event: ShadowedEvent<unknown>) => void): void;
}

type Definition = Parameters<ComponentSpace['defineComponent']>[0];

const TYPES: Record<string, unknown> = { string: String, number: Number, boolean: Boolean };

const property = (value: Value | undefined) => ({ type: TYPES[typeof value] ?? null, value });

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const originOf = (event: ShadowedEvent<unknown>): Event | undefined => event.getOriginalEvent() as Event | undefined;

function shownOf(self: Instance): Shown {
  if (self.shown) return self.shown;
  const shown: Shown = {
    host: self.$$,
    of: <T>(name: string) => self.data[name] as T,
    keep: (values) => self.setData(values),
    tell: (type, detail) => self.triggerEvent(type, detail),
    listens: (type, work) =>
      self.addListener(type, (event) => work((originOf(event)?.target as Element | null) ?? self.$$)),
    asks: (question) => pageWindow.ask(question),
  };
  self.shown = shown;
  Object.assign(self.$$, { shownPart: shown });
  return shown;
}

/** A property's change reaches the part once its element is there. */
const reaction = (fields: string, by: (self: Shown) => void) => ({
  fields,
  observer(this: Instance) {
    if (this.$$) by(shownOf(this));
  },
});

function definitionOf(tag: string, part: Part): Data {
  const { properties = {}, ignores = '', keeps = {}, reacts = [], hears = {}, begins } = part;
  const names = [...Object.keys(properties), ...ignores.split(' ').filter(Boolean).map(camel), ...ARIA_PROPERTIES];
  const methods = Object.entries(hears).map(([name, work]) => [
    name,
    function (this: Instance, event: ShadowedEvent<unknown>) {
      work(shownOf(this), originOf(event) as Event);
    },
  ]);
  return {
    is: tag,
    template: { groupList: pageWindow.build.insides, content: pageWindow.build.insides[tag] },
    properties: Object.fromEntries(names.map((name) => [name, property(properties[name])])),
    data: keeps,
    observers: [
      ...reacts.map(({ to, by }) => reaction(to, by)),
      ...ARIA_PROPERTIES.map((name) => reaction(name, ({ host, of }) => writeAria(host, name, of(name)))),
      ...('hoverClass' in properties
        ? [reaction('hoverClass', ({ host, of }) => host.setAttribute('data-hover', of('hoverClass')))]
        : []),
    ],
    methods: Object.fromEntries(methods) as Data,
    lifetimes: {
      attached(this: Instance) {
        const shown = shownOf(this);
        begins?.(shown);
      },
    },
  };
}

const targetOf = (drawn: Drawn) => {
  const element = (drawn as unknown as Instance).$$;
  return {
    id: drawn.id,
    dataset: { ...drawn.dataset },
    offsetLeft: element?.offsetLeft,
    offsetTop: element?.offsetTop,
  };
};

const touchesOf = (list: TouchList | undefined) =>
  [...(list ?? [])].map(({ identifier, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
  }));

/** Passes an event on under the name that the markup gives its handler. */
const passing = (handler: string) => (event: ShadowedEvent<Data>) => {
  const touch = originOf(event) as TouchEvent | undefined;
  const raw = /^(touch|mouse|click|animation|transition)/.test(event.type);
  say({
    handler,
    event: {
      type: event.type,
      timeStamp: Math.round(event.timeStamp),
      detail: raw ? {} : event.detail,
      target: targetOf(event.target),
      currentTarget: targetOf(event.currentTarget),
      touches: touchesOf(touch?.touches),
      changedTouches: touchesOf(touch?.changedTouches),
    },
  });
};

/** A space in which every part is known by its tag, and pages and components by their names. */
export function makeSpace(): { pageOf: (route: string, data: Data) => GeneralComponentDefinition } {
  const { templates, using, handlers } = pageWindow.build;
  const parts = new ComponentSpace();
  parts.updateComponentOptions({ propertyEarlyInit: true });
  const space = new ComponentSpace();
  space.updateComponentOptions({ propertyEarlyInit: true, writeIdToDOM: true });
  for (const [tag, part] of Object.entries(PARTS))
    space.setGlobalUsingComponent(tag, parts.defineComponent(definitionOf(tag, part)));
  const methods = Object.fromEntries(handlers.map((handler) => [handler, passing(handler)]));
  const define = (name: string, { data = {}, properties = {} }: { data?: Data; properties?: Data }) =>
    space.defineComponent({
      is: name,
      using: using[name] ?? {},
      template: { groupList: templates, content: (templates as Data)[name] },
      methods,
      data,
      properties,
    } as Definition);
  return {
    pageOf: (route, data) => {
      const components = Object.values(using[route] ?? {});
      // Taro's one component draws what lies too deep for templates: a node `i`, and the way to it.
      if (components.length > 0)
        define('comp', { properties: { i: { type: Object, value: {} }, l: { type: String, value: '' } } });
      return define(route, { data });
    },
  };
}

export { Component };
