/** What the phone's camera sees and how WeChat presses a photo: real JPEG files, drawn in Chromium. */
import type { Page } from 'playwright-core';

export interface Scene {
  width: number;
  height: number;
  /** How much the grain of a picture taken at night makes of it: 0 for none, 255 for nothing but grain. */
  grain: number;
  /** Degrees of the colour wheel, so that photos can be told apart. */
  hue: number;
}

/** Between 0 and 1. */
const SHARP = 0.9;

/** Runs in a page: a lamp over a road, with grain. Answers base64. */
function drawn([{ width, height, grain, hue }, quality]: readonly [Scene, number]): string {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
  const part = (colour: string, ...[x, y, w, h]: [number, number, number, number]): void => {
    brush.fillStyle = colour;
    brush.fillRect(x * width, y * height, w * width, h * height);
  };
  part(`hsl(${hue} 45% 62%)`, 0, 0, 1, 0.6);
  part(`hsl(${hue} 12% 38%)`, 0, 0.6, 1, 0.4);
  part('#3a3632', 0.62, 0.18, 0.03, 0.5);
  part('#f3d27a', 0.52, 0.16, 0.16, 0.05);
  part('#f5f2ea', 0.1, 0.78, 0.22, 0.04);
  part('#f5f2ea', 0.45, 0.78, 0.22, 0.04);
  const image = brush.getImageData(0, 0, width, height);
  let seed = hue + 1;
  for (let at = 0; at < image.data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const by = (seed / 2_147_483_648 - 0.5) * grain;
    for (let colour = 0; colour < 3; colour++) image.data[at + colour] = (image.data[at + colour] ?? 0) + by;
  }
  brush.putImageData(image, 0, 0);
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
}

/** Runs in a page: the same picture, narrower where it was wider, and with less of its detail. */
async function pressedInPage([data, edge, quality]: readonly [string, number, number]): Promise<string> {
  const image = new Image();
  image.src = `data:image/jpeg;base64,${data}`;
  await image.decode();
  const scale = Math.min(1, edge / image.naturalWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
}

const known = new Map<Scene, Buffer>();

/** The same scene is the same photo. */
export async function takenBy(page: Page, scene: Scene): Promise<Buffer> {
  const photo = known.get(scene) ?? Buffer.from(await page.evaluate(drawn, [scene, SHARP] as const), 'base64');
  known.set(scene, photo);
  return photo;
}

/** @throws for what is no picture */
export const pressed = async (page: Page, bytes: Buffer, edge: number, quality: number): Promise<Buffer> =>
  Buffer.from(await page.evaluate(pressedInPage, [bytes.toString('base64'), edge, quality / 100] as const), 'base64');
