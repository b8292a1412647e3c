/** What hangs in kitchens: eight cards to a page, every QR leads where it should, nothing overflows, all of it can be copied. */
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { setImmediate as breathe } from 'node:timers/promises';
import { emergenciesWith } from '@sevengrid/shared/kernel/emergencies';
import jsQR from 'jsqr';
import { CARD_HEIGHT, CARD_WIDTH, type GridFace } from '../../src/cards/card-face';
import { cardSheet, placeOnSheet, type SheetCard } from '../../src/cards/card-sheet';
import { describeDrawn, drawPage, factsOf, fontsOf, textOf, type Picture } from '../outside/poppler';

const GRID: GridFace = {
  community: { zh: '幸福社区', bo: 'བདེ་སྐྱིད་སྡེ་ཁུལ།' },
  grid: { zh: '第三网格', bo: 'དྲ་མིག་གསུམ་པ།' },
  worker: '次仁',
  backup: '格桑卓玛',
  dutyPhone: '08910000203',
  officePhone: '08910000100',
  station: {
    name: { zh: '北区便民服务站', bo: 'བྱང་ཁུལ་སྟབས་བདེ་ཞབས་ཞུ་ས་ཚིགས།' },
    hours: { zh: '周一至周日 9:30–18:30' },
  },
  emergencies: emergenciesWith('08910000119'),
};

const LONG: GridFace = {
  ...GRID,
  community: { zh: '雪域示例街道东山下新建移民安置小区联合社区', bo: `${'བདེ་སྐྱིད་རྒྱས་པའི་'.repeat(6)}སྡེ་ཁུལ།` },
  grid: { zh: '第三网格（原农机厂家属院及其周边平房片区）', bo: `${'དྲ་མིག་གསུམ་པ་'.repeat(6)}།` },
  worker: '阿旺洛桑平措次仁多吉扎西旺堆曲吉坚赞',
  backup: 'བཀྲ་ཤིས་བདེ་ལེགས་དོན་འགྲུབ་རྒྱལ་མཚན་དཔལ་འབྱོར་ཕུན་ཚོགས།',
  dutyPhone: '089100002031',
  station: {
    name: { zh: '北区党群便民综合服务站（原居委会活动室）', bo: 'བྱང་ཁུལ་སྟབས་བདེ་ཞབས་ཞུ་ས་ཚིགས།'.repeat(3) },
    hours: { zh: '周一至周五 9:30–13:00、15:30–18:30，周六周日 10:00–13:00，节假日除外' },
  },
};

const cards = (count: number): SheetCard[] =>
  Array.from({ length: count }, (_, i) => ({
    url: `https://grid.example.org/c/${String(i).padStart(3, '0')}${'7K3QW9XZ5TB2HFN8MVD'}`,
    shortCode: String(100_000 + i),
    address: `${1 + (i >> 4)}号楼 ${1 + (i % 4)}单元${1 + (i >> 2)}01`,
  }));

const DPI = 150;
const DOT = DPI / 72;

/** The part of a page on which card `i` lies, `inset` points inside its edges. */
function cardOn(page: Picture, i: number, inset = 0): Picture {
  const at = placeOnSheet(i);
  const [x, y] = [Math.round((at.x + inset) * DOT), Math.round((at.y + inset) * DOT)];
  const [width, height] = [CARD_WIDTH - 2 * inset, CARD_HEIGHT - 2 * inset].map((side) => Math.floor(side * DOT));
  return crop(page, { x, y, width: width ?? 0, height: height ?? 0 });
}

function crop(
  page: Picture,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Picture {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++)
    data.set(page.data.subarray((y + row) * page.width + x).subarray(0, width), row * width);
  return { width, height, data };
}

function scan({ width, height, data }: Picture): string | undefined {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < rgba.length; at++) rgba[at] = at % 4 === 3 ? 255 : (data[at >> 2] ?? 255);
  return jsQR(rgba, width, height)?.data;
}

const darkest = ({ data }: Picture): number => data.reduce((least, grey) => Math.min(least, grey), 255);
const print = async (grid: GridFace, some: readonly SheetCard[]): Promise<Buffer> =>
  buffer(await cardSheet('联络卡 第三网格', grid, some));

describeDrawn('a printed sheet', () => {
  it('carries eight cards to a page of A4, and a QR on each that leads to its own page', async () => {
    const eleven = cards(11);
    const pdf = await print(GRID, eleven);
    if (process.env.KEEP_SHEET) writeFileSync(process.env.KEEP_SHEET, pdf);
    expect(factsOf(pdf).get('Pages')).toBe('2');
    expect(factsOf(pdf).get('Page size')).toMatch(/A4/);
    const pages = [drawPage(pdf, 1, DPI), drawPage(pdf, 2, DPI)];
    const read = eleven.map((_, i) => scan(cardOn(pages[Math.floor(i / 8)] as Picture, i % 8)));
    expect(read).toEqual(eleven.map((card) => card.url));
    for (const empty of [3, 4, 5, 6, 7]) expect(darkest(cardOn(pages[1] as Picture, empty, 4))).toBe(255);
  });

  it('has a title, its fonts as subsets, and words of both scripts that can be copied', async () => {
    const pdf = await print(GRID, cards(2));
    expect(factsOf(pdf).get('Title')).toBe('联络卡 第三网格');
    expect(pdf.includes('/Lang (zh-CN)')).toBe(true);
    expect(fontsOf(pdf).every((line) => /\+Noto.*yes yes yes/.test(line))).toBe(true);
    const text = textOf(pdf);
    for (const words of [
      '第三网格',
      '次仁',
      '格桑卓玛',
      '0891-0000203',
      '100 000',
      '100 001',
      '110',
      '119',
      '120',
      '1号楼 1单元101',
    ])
      expect(text).toContain(words);
    for (const words of [GRID.grid.bo, GRID.community.bo, 'འགན་ཁུར་ཁ་པར།', 'ཨང་ཐུང་།']) expect(text).toContain(words);
    expect(pdf.length).toBeLessThan(120_000);
  });

  it('shrinks or wraps long names and never writes beyond a card, nor over the QR', async () => {
    const long = cards(8).map((card) => ({ ...card, address: '东山下新建移民安置小区十二号楼 '.repeat(6) }));
    const pdf = await print(LONG, long);
    if (process.env.KEEP_SHEET) writeFileSync(`${process.env.KEEP_SHEET}.long.pdf`, pdf);
    const page = drawPage(pdf, 1, DPI);
    // Between cut line and letters there is white paper on all sides, but for the coloured band at the top.
    for (let i = 0; i < 8; i++) {
      const whole = cardOn(page, i);
      const rim = Math.round(1.5 * DOT);
      const below = crop(whole, { x: 0, y: whole.height - rim, width: whole.width, height: rim });
      expect(darkest(below)).toBe(255);
      const top = Math.round(32 * DOT);
      for (const x of [rim, whole.width - 2 * rim])
        expect(darkest(crop(whole, { x, y: top, width: rim, height: whole.height - top - rim }))).toBe(255);
      expect(scan(whole)).toBe(long[i]?.url);
    }
  });

  it('draws 200 cards, lets others be served meanwhile, and gives the memory back', async () => {
    await print(GRID, cards(8));
    global.gc?.();
    const before = process.memoryUsage().rss;
    let served = 0;
    let done = false;
    const others = (async () => {
      for (; !done; served++) await breathe();
    })();
    const pdf = await print(GRID, cards(200));
    done = true;
    await others;
    expect(factsOf(pdf).get('Pages')).toBe('25');
    expect(served).toBeGreaterThan(25);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });
});
