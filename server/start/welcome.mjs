// Says where the running server is, who may try it, and draws the demo card's link as a QR code.
import process from 'node:process';
import { say } from './progress.mjs';
import { fileOf } from './workspace.mjs';

export async function welcome(settings, address) {
  say();
  say(`SevenGrid 七在网格 runs at ${settings.publicUrl}`);
  if (settings.demo) await introduceDemo(address);
  else if (settings.holds === 'empty') tellOfBeginning();
  say();
  say('Ctrl-C stops it.');
}

function tellOfBeginning() {
  say();
  say('It is empty. In a second terminal, make the first administrator, who sets the community up:');
  say('  npm run admin');
}

async function introduceDemo(address) {
  const reply = await fetch(`${address}/api/v1/demo`).catch(() => undefined);
  if (!reply?.ok) return;
  const { accounts, cardUrl } = await reply.json();
  say();
  say('People to try it as (all invented; no password in the demo):');
  const width = Math.max(...accounts.map(({ account }) => account.length));
  for (const { account, role, name, grid } of accounts) {
    say(`  ${account.padEnd(width)}  ${role.padEnd(17)} ${name}${grid ? ` · ${grid}` : ''}`);
  }
  if (!cardUrl) return;
  say();
  say(`A household's contact card: ${cardUrl}`);
  say(await drawQr(cardUrl));
}

async function drawQr(text) {
  const { default: qrcode } = await import(fileOf('server', 'qrcode'));
  // A terminal gets its black and white by colour codes, or on a dark one the code would be its own negative.
  const look = process.stdout.isTTY ? { type: 'terminal', small: true } : { type: 'utf8' };
  return qrcode.toString(text, { ...look, errorCorrectionLevel: 'L' });
}
