// Somebody who says and shows it: a voice from the browser's own microphone, pictures from its file chooser.
import { Person } from './person.mjs';

/** Uploading a picture on a busy machine. */
export const PATIENCE = 30_000;

export class Sender extends Person {
  async says(/** @type {number} */ seconds) {
    await this.presses('按一下，开始说');
    await this.sees('正在录音');
    await this.page.waitForTimeout(seconds * 1000);
    await this.presses('说好了');
    await this.screen.getByRole('button', { name: /播放录音/ }).waitFor({ timeout: PATIENCE });
  }

  /** Chooses so many pictures; what the page looks like just now serves for each. */
  async adds(/** @type {number} */ count) {
    const picture = await this.page.screenshot();
    await this.addsThese(Array.from({ length: count }, () => picture));
  }

  /** Chooses these pictures. */
  async addsThese(/** @type {Buffer[]} */ pictures) {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.screen.getByText('加照片', { exact: true }).click(),
    ]);
    await chooser.setFiles(pictures.map((buffer, n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer })));
  }

  /** Waits until so many are on the server. */
  async hasSent(/** @type {number} */ count) {
    await this.page.waitForFunction((n) => document.querySelectorAll('.upload-mark.is-stored').length === n, count, {
      timeout: PATIENCE,
    });
  }

  /** Pictures that are really drawn. */
  async drawn() {
    await this.settles();
    const images = this.screen.locator('.photo img');
    await images.last().scrollIntoViewIfNeeded();
    const loaded = (/** @type {Element[]} */ all) =>
      all.filter((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0).length;
    for (let tries = 0; tries < 40 && (await images.evaluateAll(loaded)) < (await images.count()); tries++)
      await this.page.waitForTimeout(100);
    return images.evaluateAll(loaded);
  }
}
