/** Command: recomputes the ledger and names the first row of each equation that does not fit; `--rebuild`, `--json`, `--no-seals`. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfigOrExit } from '../platform/config/read-config';
import { AuditLedger, type LedgerChecked } from '../points/audit-ledger';

const MB = 1024 * 1024;

function lines(checked: readonly LedgerChecked[], seconds: number): string[] {
  const broken = checked.filter((check) => check.broken !== null);
  const rows = checked.reduce((sum, { walked }) => sum + walked, 0);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    ...checked.map(
      (of) =>
        `${of.broken ? 'BROKEN' : 'ok    '}  ${of.name}: ${of.walked} rows${of.broken ? `, then ${of.broken}` : ''}`,
    ),
    broken.length > 0 ? `${broken.length} equations broken; the first: ${broken[0]?.broken}` : `All whole.`,
    `${rows} rows in ${checked.length} checks, ${seconds.toFixed(1)} s, at most ${memory} MB.`,
  ];
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !['--rebuild', '--json', '--no-seals'].includes(word));
  if (unknown) throw new Error(`${unknown} is none of --rebuild, --json, --no-seals`);
  const config = readConfigOrExit({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  const began = performance.now();
  const asked = { rebuild: words.includes('--rebuild'), seals: !words.includes('--no-seals') };
  const checked = await app.get(AuditLedger).run(asked);
  const seconds = (performance.now() - began) / 1000;
  await app.close();
  const whole = checked.every(({ broken }) => broken === null);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const said = words.includes('--json')
    ? JSON.stringify({ whole, seconds, peakMb: Math.round(peakBytes / MB), checks: checked }, null, 2)
    : lines(checked, seconds).join('\n');
  process.stdout.write(`${said}\n`);
  process.exitCode = whole ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
