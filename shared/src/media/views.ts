/** What the routes of media answer, and how media look on whatever they are attached to. */
import type { MediaKind } from './terms';

/** `refused` for what was no photo or voice; `fault` says why. */
export type UploadState = 'open' | 'stored' | 'refused';

export interface UploadView {
  id: string;
  kind: MediaKind;
  state: UploadState;
  size: number;
  /** Bytes that the server has: where to go on. */
  received: number;
}

/** Addresses are private and short-lived: they are fetched anew with whatever they stand on. */
export interface MediaView {
  id: string;
  kind: MediaKind;
  /** Below the server's own address; a photo is shown from it, a voice fetched. */
  url: string;
  /** Photos only. */
  thumbUrl: string | null;
  /** Photos only, in pixels. */
  width: number | null;
  height: number | null;
  /** Voices only, rounded up. */
  seconds: number | null;
}

export interface DiscardedView {
  id: string;
}
