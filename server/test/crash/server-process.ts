/** The compiled server as a process of its own, on a database of its own, to be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testFolder, testKeyFile } from '../actors/test-config';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');
const READY_WITHIN = 30_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

export class ServerProcess {
  private child: ChildProcess | undefined;
  private port = 0;

  /** The folder of media is the same over all starts. */
  constructor(
    private readonly databaseUrl: string,
    readonly mediaDir = testFolder('media'),
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Milliseconds until it was ready; the port stays the same over all starts. */
  async start(): Promise<number> {
    this.port ||= await freePort();
    const since = Date.now();
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: this.databaseUrl,
      KEY_FILE: testKeyFile(),
      PORT: String(this.port),
      LOG_LEVEL: 'error',
      CARD_APPEALS_A_DAY: '1000',
      MEDIA_A_DAY: '5000',
      // Phones of a test say where they are, as behind a proxy of ours: one address has a ceiling.
      TRUST_PROXY: '1',
      MEDIA_DIR: this.mediaDir,
    };
    this.child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    for (; Date.now() - since < READY_WITHIN; await pause(50)) if (await this.ready()) return Date.now() - since;
    throw new Error('the server does not get ready');
  }

  /** Ends it as a power cut would; resolves when it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  private async ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}
