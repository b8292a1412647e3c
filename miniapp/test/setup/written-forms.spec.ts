/** What clerks type into the set-up forms: times of a day, lines in two languages. */
import { bilingual, linesOf, writtenLines } from '../../src/features/setup/parts/bilingual';
import { minutesOf, writtenTime } from '../../src/features/setup/parts/hours';

describe('times of a day', () => {
  it.each([
    ['9:30', 570],
    ['09:30', 570],
    ['9：30', 570],
    [' 18.30 ', 1110],
    ['0:00', 0],
    ['24:00', 1440],
  ])('reads %s', (written, minutes) => {
    expect(minutesOf(written)).toBe(minutes);
  });

  it.each(['', '9', '9:3', '930', '9:60', '24:01', '25:00', '上午九点'])('does not take %j for a time', (written) => {
    expect(minutesOf(written)).toBeNaN();
  });

  it('writes what it read', () => {
    for (const minutes of [0, 5, 570, 1110, 1440]) expect(minutesOf(writtenTime(minutes))).toBe(minutes);
  });
});

describe('lines in two languages', () => {
  it('takes Tibetan behind a bar, of either width, and passes empty lines over', () => {
    expect(linesOf('量血压 | ཁྲག་ཤེད།\n\n 代办证件｜ལག་ཁྱེར། \n咨询\n')).toEqual([
      { zh: '量血压', bo: 'ཁྲག་ཤེད།' },
      { zh: '代办证件', bo: 'ལག་ཁྱེར།' },
      { zh: '咨询' },
    ]);
  });

  it('writes what it read', () => {
    const lines = [{ zh: '量血压', bo: 'ཁྲག་ཤེད།' }, { zh: '咨询' }];
    expect(linesOf(writtenLines(lines))).toEqual(lines);
    expect(bilingual('站', '  ')).toEqual({ zh: '站' });
  });
});
