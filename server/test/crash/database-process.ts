/** A MariaDB of one test's own, to be killed as by a power cut and started again on the same files and port. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { testFolder } from '../actors/test-config';

const run = promisify(execFile);
const SCRIPT = join(__dirname, 'own-database.mjs');

interface Running {
  adminUrl: string;
  pid: number;
  port: number;
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export class DatabaseProcess {
  private readonly folder = testFolder('database');
  private running: Running | undefined;

  get adminUrl(): string {
    return this.running?.adminUrl ?? '';
  }

  /** Milliseconds until it answered. */
  async start(): Promise<number> {
    const since = Date.now();
    const port = this.running ? [String(this.running.port)] : [];
    const { stdout } = await run(process.execPath, [SCRIPT, 'start', this.folder, ...port]);
    this.running = JSON.parse(stdout) as Running;
    return Date.now() - since;
  }

  /** Resolves when it is gone. */
  async kill(): Promise<void> {
    const { pid = 0 } = this.running ?? {};
    process.kill(pid, 'SIGKILL');
    while (lives(pid)) await pause(10);
  }

  async stop(): Promise<void> {
    await run(process.execPath, [SCRIPT, 'stop', this.folder]);
  }
}
