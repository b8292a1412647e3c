/** Attachments go to the server as soon as they are taken, and again whenever the network returns or a pause is over. */
import { online } from '../platform/network';
import { hurryUploads, uploadDue } from '../state/uploads';

const LOOK_EVERY = 5_000;

/** Called once at launch. */
export function keepUploading(): () => void {
  uploadDue();
  const stop = online.subscribe(() => void (online.get() && hurryUploads()));
  const timer = setInterval(() => uploadDue(), LOOK_EVERY);
  return () => {
    stop();
    clearInterval(timer);
  };
}
