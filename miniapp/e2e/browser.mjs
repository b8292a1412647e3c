// Chromium as the suites want it: headless, silent on the network, a fresh profile for every person.
import { chromium } from 'playwright-core';
import process from 'node:process';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that hums, and nobody who has to allow it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGUMENTS });

/** What Taro's storage keeps on H5: each value in an envelope. */
const kept = (/** @type {unknown} */ value) => JSON.stringify({ data: value });

/**
 * A phone, or a desk's screen, of one person.
 * @param {import('playwright-core').Browser} browser
 * @param {{ width?: number, height?: number, language?: 'zh' | 'bo', size?: 'standard' | 'large' | 'huge', token?: string, touch?: boolean }} [of]
 */
export async function openPhone(
  browser,
  { width = 390, height = 844, language, size, token, touch = width < 1000 } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const values = {
    ...(language ? { 'sg.language': kept(language) } : {}),
    ...(size ? { 'sg.textSize': kept(size) } : {}),
    ...(token ? { 'sg.session': kept({ token, personId: null }) } : {}),
  };
  // Only where nothing is yet, so that a reload finds what the person has done since.
  await context.addInitScript((all) => {
    for (const [name, value] of Object.entries(all)) if (!localStorage.getItem(name)) localStorage.setItem(name, value);
  }, values);
  return context;
}
