/** Taking photos in a browser: a phone offers its camera and its album; they are made smaller before they are sent. */
import type { Taken } from './local-files';

/** The server keeps no more than this. */
const EDGE = 1600;
const QUALITY = 0.8;

function loaded(file: File): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  return new Promise<HTMLImageElement>((done, failed) => {
    image.onload = () => done(image);
    image.onerror = () => failed(new Error('no picture'));
    image.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** Drawn anew: upright, without what the camera wrote beside it. What no browser can draw goes as it is. */
async function smaller(file: File): Promise<Taken> {
  try {
    const image = await loaded(file);
    const scale = Math.min(1, EDGE / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('no canvas');
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!blob) throw new Error('no picture');
    return { source: blob, size: blob.size };
  } catch {
    return { source: file, size: file.size };
  }
}

function chosen(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = true;
  input.className = 'file-chooser';
  input.setAttribute('aria-hidden', 'true');
  input.tabIndex = -1;
  document.body.appendChild(input);
  return new Promise<File[]>((done) => {
    input.onchange = () => done([...(input.files ?? [])]);
    input.oncancel = () => done([]);
    input.click();
  }).finally(() => input.remove());
}

/** At most `most`; none when the person turned back. */
export async function takePhotos(most: number): Promise<Taken[]> {
  const files = (await chosen()).slice(0, most);
  return Promise.all(files.map(smaller));
}
