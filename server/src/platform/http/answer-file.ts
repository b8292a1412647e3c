/** A file as the answer of a route that declares one. */
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FileReply, Route } from '@sevengrid/shared/kernel/route';

export interface FileToAnswer {
  /** One of the types that the route declares. */
  type: string;
  /** What it is called once saved, in any script. */
  name: string;
  content: Buffer | Readable;
  /** In bytes; known without reading for a buffer. */
  size?: number;
}

/** RFC 6266: plain letters for old readers, the name itself for all others. */
const disposition = (as: FileReply['as'], name: string): string =>
  `${as}; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`;

const escaped = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** @throws when the type is none that the route declares, which is a mistake of ours. */
export function answerFile(route: Route & { readonly reply: FileReply }, file: FileToAnswer): StreamableFile {
  const { type, name, content } = file;
  if (!route.reply.types.includes(type)) throw new Error(`${route.name} declares no ${type}`);
  const length = Buffer.isBuffer(content) ? content.length : file.size;
  const options = { type, disposition: disposition(route.reply.as, name), length };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}
