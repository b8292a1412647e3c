/** Masking shows enough to recognise and never the whole; Tibetan names are not split into surname and given name. */
import fc from 'fast-check';
import { maskName, maskPhone } from '../../src/identity/masking';

describe('names', () => {
  it.each([
    ['扎西', '扎*'],
    ['次仁卓玛', '次仁**'],
    ['次仁 卓玛', '次仁**'],
    ['次仁·卓玛', '次仁**'],
    ['旦增格桑旺堆', '旦增****'],
    ['王秀英', '王**'],
    ['欧阳建国', '欧阳**'],
    ['雪', '*'],
    ['ཚེ་རིང་སྒྲོལ་མ', 'ཚེ་***'],
    ['བཀྲ་ཤིས།', 'བཀྲ་*'],
    ['ཚེ་རིང༌སྒྲོལ་མ', 'ཚེ་***'],
    ['རྒྱལ', '*'],
    ['Tashi Dolma', 'T**'],
    ['', '*'],
    ['   ', '*'],
  ])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('never shows the whole of any name', () => {
    const name = fc.string({ unit: fc.constantFrom(...'扎西卓玛王བཀྲཤས་ནaB· '), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(name, (text) => maskName(text).endsWith('*') && maskName(text) !== text.trim()));
  });
});

describe('phones', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['0891 6000 123', '089****0123'],
    ['08910000301', '089****0301'],
    ['12345', '****45'],
  ])('%s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});
