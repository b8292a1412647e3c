/** Where files of media lie: a folder, or a bucket of an S3-compatible store; both keep the same promises. */

/** Names are ours alone, `<id>.<part>`: nothing that a caller sent ever becomes a part of one. */
export abstract class MediaStore {
  /** Kept for good when it resolves, whole or not at all; the same name again takes the old one's place. */
  abstract put(name: string, bytes: Buffer): Promise<void>;

  /** Null when there is none. */
  abstract get(name: string): Promise<Buffer | null>;

  /** What is not there is removed already. */
  abstract remove(name: string): Promise<void>;

  /** Every name there is, in no order; for the audit. */
  abstract names(): AsyncIterable<string>;

  /** Clears away what a server that was killed in the middle left behind, where the store leaves anything. */
  abstract tidy(): Promise<void>;
}

/** Two letters of chance spread the files over 1024 folders; ids begin with the time, so their ends are taken. */
export const placeOf = (name: string): string => `${name.split('.')[0]?.slice(-2) ?? ''}/${name}`;
