// `npm run build:weapp` and `npm run build:h5`: builds the mini-program afresh and fails loudly when nothing new came out.
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildMiniapp } from './compile.mjs';
import { checkNode, installWhenStale } from './install.mjs';
import { explain, Stop, step } from './progress.mjs';

export async function build(target) {
  if (target !== 'weapp' && target !== 'h5') throw new Stop('Say what to build: weapp or h5.');
  checkNode();
  await step('Dependencies', installWhenStale);
  await step(`Mini-program for ${target}`, () => buildMiniapp(target));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build(process.argv[2]);
    // The bundler leaves timers and workers behind that would keep this process for minutes.
    process.exit(0);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
