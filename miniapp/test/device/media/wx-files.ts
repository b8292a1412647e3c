/** WeChat's file system manager, with the refusals that a build may run into. */
import fs from 'node:fs';
import path from 'node:path';
import { isAnyArrayBuffer } from 'node:util/types';
import type { Answering, WxCall } from '../../realm/wx-answer';
import type { Data, OwnBytes, WxOptions } from '../../realm/wx-types';
import { OWN_FOLDER, type PhoneFiles } from './phone-files';

interface FileOptions extends WxOptions {
  filePath: string;
  tempFilePath?: string;
  position?: number;
  length?: number;
}

/** Only files of its own folder may be written, and only into a folder that is there. */
function writable(files: PhoneFiles, address: string): string {
  if (!address.startsWith(`${OWN_FOLDER}/`)) throw new Error(`permission denied, open "${address}"`);
  const file = files.at(address);
  if (!fs.existsSync(path.dirname(file))) throw new Error(`no such file or directory ${path.posix.dirname(address)}`);
  return file;
}

function there(files: PhoneFiles, address: string): string {
  if (!files.has(address)) throw new Error(`no such file or directory, open ${address}`);
  return files.at(address);
}

/** Moves the file: its temporary address leads nowhere afterwards. */
function save(files: PhoneFiles, { tempFilePath = '', filePath }: FileOptions): Data {
  if (!files.isTemporary(tempFilePath) || !files.has(tempFilePath)) throw new Error('tempFilePath file not exist');
  const target = writable(files, filePath);
  files.makeRoom(files.read(tempFilePath).length);
  fs.renameSync(files.at(tempFilePath), target);
  return { savedFilePath: filePath };
}

/** `position` and `length` lie within the file, and a length of 0 is none. */
function read(files: PhoneFiles, own: OwnBytes, { filePath, position = 0, length }: FileOptions): Data {
  const bytes = fs.readFileSync(there(files, filePath));
  const asked = length ?? bytes.length - position;
  if (position < 0 || position > bytes.length - 1) throw new Error('the value of "position" is out of range');
  if (asked < 1 || position + asked > bytes.length) throw new Error('the value of "length" is out of range');
  return { data: own(bytes.subarray(position, position + asked)) };
}

function write(files: PhoneFiles, { filePath, data }: FileOptions): void {
  const bytes = isAnyArrayBuffer(data) ? new Uint8Array(data) : Buffer.from(String(data));
  files.makeRoom(bytes.length);
  fs.writeFileSync(writable(files, filePath), bytes);
}

export function fileSystemManager(files: PhoneFiles, answer: Answering, own: OwnBytes): Data {
  const late =
    (work: (options: FileOptions) => Data | void): WxCall =>
    (options) =>
      answer(options ?? {}, () => work(options as FileOptions));
  return {
    saveFile: late((options) => save(files, options)),
    readFile: late((options) => read(files, own, options)),
    writeFile: late((options) => write(files, options)),
    unlink: late(({ filePath }) => fs.rmSync(there(files, filePath))),
    getFileInfo: late(({ filePath }) => ({ size: fs.statSync(there(files, filePath)).size })),
    accessSync: (address: string) => {
      if (!files.has(address)) throw new Error(`accessSync:fail no such file or directory ${address}`);
    },
    mkdirSync: (address: string, recursive = false) => {
      if (files.has(address)) throw new Error(`mkdirSync:fail file already exists ${address}`);
      fs.mkdirSync(files.at(address), { recursive });
    },
  };
}
