/** What is drawn as a QR code is read again by a reader that knows nothing of us. */
import jsQR from 'jsqr';
import { qrMatrix, type QrMatrix } from '../src/platform/qr-matrix';

const SCALE = 4;
const QUIET = 4;

/** As a camera sees it. */
function read(matrix: QrMatrix): string | undefined {
  const side = (matrix.length + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = matrix[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET];
      if (dark) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return jsQR(pixels, side, side)?.data;
}

const CODE = 'https://zaiwangge.example.org/a/A1.01JCZ8Y2T4M6Q8S0V2X4Z6B8D0.in.118239746.aZ09-_aZ09-_aZ09';

describe('a QR code', () => {
  it('of a check-in link is read as that link', () => {
    expect(read(qrMatrix(CODE))).toBe(CODE);
  });

  it.each([1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213])('of %i signs is read whole', (length) => {
    const text = Array.from({ length }, (_, nth) => String.fromCharCode(33 + ((nth * 7) % 90))).join('');
    expect(read(qrMatrix(text))).toBe(text);
  });

  it('is as small as its text allows', () => {
    expect(qrMatrix('A'.repeat(14))).toHaveLength(21);
    expect(qrMatrix('A'.repeat(15))).toHaveLength(25);
  });

  it('is refused for what cannot be drawn', () => {
    expect(() => qrMatrix('A'.repeat(214))).toThrow(RangeError);
    expect(() => qrMatrix('签到')).toThrow(RangeError);
  });
});
