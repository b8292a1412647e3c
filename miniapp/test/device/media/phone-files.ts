/** The phone's files of this mini-program: real ones in a throw-away folder, under WeChat's own addresses. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the app may keep what it wants. */
export const OWN_FOLDER = 'wxfile://usr';
const TEMPORARY = 'wxfile://tmp_';

export class PhoneFiles {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sevengrid-phone-'));
  private made = 0;
  /** Bytes that may lie in the app's own folder: WeChat's own limit. */
  room = 200 * 2 ** 20;

  constructor() {
    fs.mkdirSync(path.join(this.folder, 'usr'));
  }

  /** Where the file really lies. @throws for an address that is no file of this mini-program */
  at(address: string): string {
    const { pathname } = new URL(address.replace(/^wxfile:\/\//, 'file:///'));
    if (!address.startsWith(OWN_FOLDER) && !address.startsWith(TEMPORARY)) throw new Error('permission denied');
    return path.join(this.folder, decodeURIComponent(pathname));
  }

  isTemporary = (address: string): boolean => address.startsWith(TEMPORARY);

  has = (address: string): boolean => fs.existsSync(this.at(address));

  read = (address: string): Buffer => fs.readFileSync(this.at(address));

  /** What WeChat hands to the app for as long as it runs; answers its address. */
  temporary(ending: string, bytes: Uint8Array): string {
    const address = `${TEMPORARY}${++this.made}.${ending}`;
    fs.writeFileSync(this.at(address), bytes);
    return address;
  }

  /** All files that the app keeps. */
  kept(): string[] {
    const all = fs.readdirSync(path.join(this.folder, 'usr'), { recursive: true, withFileTypes: true });
    return all.filter((file) => file.isFile()).map(({ name }) => name);
  }

  /** @throws when the app's own folder would hold more than it may */
  makeRoom(bytes: number): void {
    const folder = path.join(this.folder, 'usr');
    const held = fs
      .readdirSync(folder, { recursive: true })
      .reduce((sum, name) => sum + fs.statSync(path.join(folder, String(name))).size, 0);
    if (held + bytes > this.room) throw new Error('the maximum size of the file storage limit is exceeded');
  }

  /** A run of the app is over: what it was only lent is gone. */
  forgetTemporary(): void {
    for (const name of fs.readdirSync(this.folder)) if (name !== 'usr') fs.rmSync(path.join(this.folder, name));
  }

  throwAway(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
