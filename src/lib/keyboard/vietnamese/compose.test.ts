import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, erase, tones, type Method, type Placement } from '.';
import { Keys } from './decompose';

const type = (keys: string, method: Method, placement: Placement = 'old') =>
  new Keys(method, placement).all(keys);
const { sac, huyen, hoi, nga, nang } = tones;

describe('Telex', () => {
  it.each([
    ['a tone typed last goes to the right vowel', 'chuoois', 'chuối'],
    ['… and after a final consonant', 'thuowngf', 'thường'],
    ['… and not to the last letter', 'moij', 'mọi'],
    ['gi before a vowel is a consonant', 'gias', 'giá'],
    ['… also when the tone comes before the vowel', 'gifa', 'già'],
    ['… and i is the vowel where there is no other', 'gif', 'gì'],
    ['… also before a final consonant', 'ginf', 'gìn'],
    ['qu is a consonant', 'quas', 'quá'],
    ['… before y too', 'quys', 'quý'],
    ['one w makes both letters of ươ', 'duowng', 'dương'],
    ['… with đ', 'dduowngf', 'đường'],
    ['… typed at the end', 'thuongwf', 'thường'],
    ['… before anything follows', 'uow', 'ươ'],
    ['… in a name', 'Thuowng', 'Thương'],
    ['… in another name', 'Duowng', 'Dương'],
    ['… typed at each of the two', 'dduwowcj', 'được'],
    ['… typed at the first only', 'truwongf', 'trường'],
    ['w alone is ư after a consonant', 'ddwowngf', 'đường'],
    ['open uơ stays where it is a word', 'thuowr', 'thuở'],
    ['… and becomes ươ when the word goes on', 'thuowngr', 'thưởng'],
    ['d anywhere makes đ', 'dad', 'đa'],
    ['… after the whole word', 'dandf', 'đàn'],
    ['… twice at the beginning', 'ddi', 'đi'],
    ['… in an abbreviation', 'HDDND', 'HĐND'],
    ['a hat may come last', 'tiengse', 'tiếng'],
    ['another tone takes the place of the first', 'masf', 'mà'],
    ['z takes the tone away', 'masz', 'ma'],
    ['three vowels', 'ngoaif', 'ngoài'],
    ['… and the hardest of them', 'khuyur', 'khuỷu'],
    ['… with a final consonant', 'quyeens', 'quyến'],
    ['a name of the Central Highlands', 'Kroong', 'Krông'],
    ['… and another', 'DDawks', 'Đắk'],
    ['capitals stay', 'NGUYEENX', 'NGUYỄN'],
    ['a capital first letter stays', 'Aans', 'Ấn'],
    ['only the last word is touched', 'mar maf', 'mả mà'],
    ['… also after a sign', "h'moong", "h'mông"],
    ['oo for the few words that have it', 'xooong', 'xoong'],
  ])('%s: %s', (_, keys, written) => {
    expect(type(keys, 'telex')).toBe(written);
  });

  it.each([
    ['herr', 'her'],
    ['aaa', 'aa'],
    ['ddd', 'dd'],
    ['ass', 'as'],
    ['tww', 'tw'],
    ['uoww', 'uow'],
    ['dataa', 'data'],
    ['passsword', 'password'],
    ['gooogle', 'google'],
    ['mazz', 'mazz'],
  ])('the same key twice undoes: %s', (keys, written) => {
    expect(type(keys, 'telex')).toBe(written);
  });

  it.each(
    'windows facebook zalo internet wifi web www email gmail.com app video youtube chrome online VNeID OTP SIM'.split(
      ' ',
    ),
  )('leaves the foreign word alone: %s', (word) => {
    expect(type(word, 'telex')).toBe(word);
  });

  it('puts no tone on a stop that cannot bear it', () => {
    expect(type('hatf', 'telex')).toBe('hatf');
    expect(type('hats', 'telex')).toBe('hát');
  });
});

describe('VNI', () => {
  it.each([
    ['chuo6i1', 'chuối'],
    ['chuoi61', 'chuối'],
    ['d9uo7ng2', 'đường'],
    ['duong792', 'đường'],
    ['u7o7ng', 'ương'],
    ['a8n', 'ăn'],
    ['gia1', 'giá'],
    ['qua1', 'quá'],
    ['ma15', 'mạ'],
    ['ma10', 'ma'],
    ['a66', 'a6'],
    ['ma11', 'ma1'],
    ['d99', 'd9'],
    ['NGUYE6N4', 'NGUYỄN'],
    ['090', '090'],
    ['ma0', 'ma0'],
    ['so1 12', 'só 12'],
  ])('%s → %s', (keys, written) => {
    expect(type(keys, 'vni')).toBe(written);
  });
});

describe('a key for every letter and tone', () => {
  it.each([
    ['a tone goes to its vowel wherever that is', `chuôi${sac}`, 'chuối'],
    ['a tone touched early moves on', `chu${sac}ôi`, 'chuối'],
    ['a final consonant moves the tone', `hoa${huyen}n`, 'hoàn'],
    ['ươ is paired', `thuơng${huyen}`, 'thường'],
    ['… from its other half', `thưong${huyen}`, 'thường'],
    ['the same tone again takes it off', `ma${sac}${sac}`, 'ma'],
    ['another tone takes its place', `ma${sac}${nang}`, 'mạ'],
    ['a letter with a hat mends the one before it', `Nguyeên${nga}`, 'Nguyễn'],
    ['… and the wrong hat', 'coơm', 'cơm'],
    ['… keeps the tone', `to${hoi}ô`, 'tổ'],
    ['… and the capital', 'Dđi', 'Đi'],
    ['foreign words are never changed', 'windows password google', 'windows password google'],
    ['a tone in a foreign word goes on its last vowels', `sophia${nga}`, 'sophĩa'],
    ['… and comes off again', `Alex${sac}${sac}`, 'Alex'],
    ['a tone without a vowel does nothing', `th${sac}`, 'th'],
    ['… nor in an empty field', `${sac}`, ''],
    ['… nor after a space', `ma ${sac}`, 'ma '],
    ['two syllables written as one', `palăng${sac}`, 'palắng'],
  ])('%s: %s', (_, keys, written) => {
    expect(type(keys, 'dau')).toBe(written);
  });
});

describe('where the tone stands', () => {
  it.each([
    ['hoaf', 'hòa', 'hoà'],
    ['khoer', 'khỏe', 'khoẻ'],
    ['thuys', 'thúy', 'thuý'],
    ['quys', 'quý', 'quý'],
    ['hoafn', 'hoàn', 'hoàn'],
    ['muaf', 'mùa', 'mùa'],
    ['ngoaif', 'ngoài', 'ngoài'],
    ['huees', 'huế', 'huế'],
  ])('%s: old %s, new %s', (keys, old, modern) => {
    expect(type(keys, 'telex', 'old')).toBe(old);
    expect(type(keys, 'telex', 'new')).toBe(modern);
  });
});

describe('delete', () => {
  it.each([
    ['chuối', 'old', 'chuố'],
    ['hoàn', 'old', 'hòa'],
    ['hoàn', 'new', 'hoà'],
    ['hòa', 'old', 'hò'],
    ['hoà', 'new', 'ho'],
    ['mẫu'.normalize('NFD'), 'old', 'mẫ'],
    ['một hai ', 'old', 'một hai'],
    ['', 'old', ''],
  ] as const)('from %s, %s: %s', (before, placement, after) => {
    expect(erase(before, { placement })).toBe(after);
  });
});

describe('any keys in any order', () => {
  const method = fc.constantFrom<Method>('dau', 'telex', 'vni', 'plain');
  const placement = fc.constantFrom<Placement>('old', 'new');
  const key = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...'aeiouydnghtcpmswfrxjzAEOUDNW0123456789', 'ă', 'ê', 'ư', 'ơ', 'đ', ' '),
    },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(tones)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
  );
  const written = fc.tuple(fc.array(key, { maxLength: 12 }), method, placement);
  const graphemes = (text: string) => [...new Intl.Segmenter('vi').segment(text)].length;

  it('leave a text in NFC', () => {
    fc.assert(
      fc.property(written, ([keys, ...how]) => {
        const text = new Keys(...how).all(keys);
        expect(text).toBe(text.normalize('NFC'));
      }),
      { numRuns: 400 },
    );
  });

  it('are deleted one visible letter at a time, to nothing', () => {
    fc.assert(
      fc.property(written, ([keys, method, placement]) => {
        let text = new Keys(method, placement).all(keys);
        for (let left = graphemes(text); left > 0; left -= 1) {
          text = erase(text, { method, placement });
          expect(graphemes(text)).toBe(left - 1);
        }
      }),
    );
  });

  it('never touch a word that is done', () => {
    fc.assert(
      fc.property(written, fc.array(key, { maxLength: 6 }), ([keys, ...how], more) => {
        const done = `${new Keys(...how).all(keys)} `;
        const next = new Keys(...how);
        next.value = done;
        expect(next.all(more).startsWith(done)).toBe(true);
      }),
    );
  });

  it('of a tone: touched twice, it is off again', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...Object.values(tones)), ([keys, , placement], tone) => {
        const before = new Keys('dau', placement).all(keys);
        const on = compose(before, tone, { placement });
        const off = compose(on, tone, { placement });
        expect(compose(off, tone, { placement })).toBe(on);
        expect(graphemes(on)).toBe(graphemes(before));
      }),
    );
  });

  it('of plain letters stand as they are where every letter has its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(type(text, 'dau')).toBe(text);
      }),
    );
  });
});
