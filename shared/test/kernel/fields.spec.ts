/** Request fields: what people write is let through whole, what cannot be stored or meant is refused. */
import { validateSync } from 'class-validator';
import { Id, Optional, Part, Phone, Words, numbersOf, partsOf } from '@sevengrid/shared/kernel/fields';
import { SearchPageQuery } from '@sevengrid/shared/kernel/page';

class Inner {
  @Words(1, 5)
  name!: string;
}

class Sample {
  @Optional()
  @Words(2, 20)
  words?: string;

  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Id()
  id?: string;

  @Optional()
  @Part(() => Inner)
  inner?: Inner;
}

const broken = (input: object): string[] =>
  validateSync(Object.assign(new Sample(), input)).flatMap((e) => [
    ...Object.keys(e.constraints ?? {}),
    ...(e.children ?? []).map((child) => `inner.${child.property}`),
  ]);

describe('words', () => {
  it.each(['路灯不亮', 'བཀྲ་ཤིས་བདེ་ལེགས།', '👵🏽 不舒服', 'ཧཱུྃ་རྫོགས', '<b>坏了</b> & "好"', '第一行\n第二行'])(
    'lets “%s” through',
    (words) => {
      expect(broken({ words })).toEqual([]);
    },
  );

  it.each([['一'], [' '.repeat(10)], ['字'.repeat(21)], ['坏\u0000了'], ['坏\u0007了'], [7], [null], [['坏了']]])(
    'refuses %j',
    (words) => {
      expect(broken({ words })).not.toEqual([]);
    },
  );
});

describe('other fields', () => {
  it.each(['13800138000', '08916300000'])('takes %s for a phone', (phone) => {
    expect(broken({ phone })).toEqual([]);
  });

  it.each(['12345678901', '1380013800', '138 0013 8000', '+8613800138000'])('does not take %s for a phone', (phone) => {
    expect(broken({ phone })).not.toEqual([]);
  });

  it('takes capitals of a ULID only', () => {
    expect(broken({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).toEqual([]);
    expect(broken({ id: '01arz3ndektsv4rrffq69g5fav' })).not.toEqual([]);
    expect(broken({ id: '81ARZ3NDEKTSV4RRFFQ69G5FAV' })).not.toEqual([]);
  });

  it('refuses null where absence is allowed', () => {
    expect(broken({ phone: null })).not.toEqual([]);
    expect(broken({ phone: undefined })).toEqual([]);
  });

  it('looks into parts and names them', () => {
    expect(broken({ inner: Object.assign(new Inner(), { name: '' }) })).toContain('inner.name');
    expect([...partsOf(Sample)]).toEqual([['inner', Inner]]);
  });

  it('knows the numbers of a query, inherited ones too', () => {
    expect([...numbersOf(SearchPageQuery)]).toEqual(['limit']);
  });
});
