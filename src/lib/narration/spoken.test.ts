import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lexiconSchema } from './lexicon';
import { digitByDigit, numberWords } from './numbers';
import { speaker } from './spoken';
import { isSyllable } from './syllable';

const lexicon = v.parse(lexiconSchema, parse(readFileSync('content/spoken/vi.yaml', 'utf8')));
const say = speaker(lexicon);

describe('what is shown is said', () => {
  it.each([
    // Counts, as people in the south say them.
    ['Có 1 bước', 'Có một bước'],
    ['Gõ đủ 12 số', 'Gõ đủ mười hai số'],
    ['21 người', 'hai mươi mốt người'],
    ['24 bài', 'hai mươi bốn bài'],
    ['15 phút', 'mười lăm phút'],
    ['25 ngày', 'hai mươi lăm ngày'],
    ['105 hộ', 'một trăm lẻ năm hộ'],
    ['1001 đêm', 'một ngàn không trăm lẻ một đêm'],
    ['Năm 2026', 'Năm hai ngàn không trăm hai mươi sáu'],
    ['2.500 người', 'hai ngàn năm trăm người'],
    ['3,5 sao', 'ba phẩy năm sao'],
    ['10 số', 'mười số'],
    // Money.
    ['1.250.000 đ', 'một triệu hai trăm năm mươi ngàn đồng'],
    ['50.000đ', 'năm mươi ngàn đồng'],
    ['10.000.000 đồng', 'mười triệu đồng'],
    ['200 triệu đồng', 'hai trăm triệu đồng'],
    ['1.000.000.000 VND', 'một tỷ đồng'],
    ['20 000 đ', 'hai mươi ngàn đồng'],
    ['50k', 'năm mươi ngàn'],
    ['0 đ', 'không đồng'],
    // Days and times.
    ['23/11/2026', 'ngày hai mươi ba tháng mười một năm hai ngàn không trăm hai mươi sáu'],
    ['ngày 5/9', 'ngày mùng năm tháng chín'],
    ['ngày 01/04/2025', 'ngày mùng một tháng tư năm hai ngàn không trăm hai mươi lăm'],
    ['tháng 11/2026', 'tháng mười một năm hai ngàn không trăm hai mươi sáu'],
    ['11/2025', 'tháng mười một năm hai ngàn không trăm hai mươi lăm'],
    ['tháng 4 này', 'tháng tư này'],
    ['tháng 5 này', 'tháng năm này'],
    ['7:30', 'bảy giờ ba mươi'],
    ['07:05', 'bảy giờ năm'],
    ['7h30', 'bảy giờ ba mươi'],
    ['lúc 8h', 'lúc tám giờ'],
    ['14:00', 'mười bốn giờ'],
    ['Từ 8 giờ đến 17 giờ', 'Từ tám giờ đến mười bảy giờ'],
    // Shares, ranges, points.
    ['Giảm 3,5%', 'Giảm ba phẩy năm phần trăm'],
    ['100 %', 'một trăm phần trăm'],
    ['8–20 ký tự', 'tám đến hai mươi ký tự'],
    ['2-3 ngày', 'hai đến ba ngày'],
    ['Bước 2/9', 'Bước hai trên chín'],
    ['24/7', 'hai mươi bốn trên bảy'],
    ['Điều 14.1', 'Điều mười bốn chấm một'],
    ['12 MB', 'mười hai mê ga bai'],
    ['15kWh', 'mười lăm ki lô oát giờ'],
    ['5 km', 'năm ki lô mét'],
    ['12 m³', 'mười hai mét khối'],
    // Telephone numbers, identity numbers, codes: digit by digit, in groups.
    ['Gọi 1900.0368', 'Gọi một chín không không, không ba sáu tám'],
    ['1900 1234', 'một chín không không, một hai ba bốn'],
    ['Gọi 113', 'Gọi một một ba'],
    ['Gọi 156 hoặc 5656', 'Gọi một năm sáu hoặc năm sáu năm sáu'],
    ['Tổng đài 1022.', 'Tổng đài một không hai hai.'],
    ['113 người', 'một trăm mười ba người'],
    ['0100000123', 'không, một không không, không không không, một hai ba'],
    ['0100 000 123', 'không một không không, không không không, một hai ba'],
    ['000150000001', 'không không không, một năm không, không không không, không không một'],
    ['000 150 000 001', 'không không không, một năm không, không không không, không không một'],
    ['Mã là 482915.', 'Mã là bốn tám hai, chín một năm.'],
    ['246810', 'hai bốn sáu, tám một không'],
    ['số 07', 'số không bảy'],
    // Laws.
    [
      'Nghị định 69/2024/NĐ-CP',
      'Nghị định sáu mươi chín, năm hai ngàn không trăm hai mươi bốn, của Chính phủ',
    ],
    ['Quyết định 757/QĐ-BKHCN', 'Quyết định bảy trăm năm mươi bảy, của Bộ Khoa học và Công nghệ'],
    ['Luật 20/2023/QH15', 'Luật hai mươi, năm hai ngàn không trăm hai mươi ba, của Quốc hội khóa mười lăm'],
    // Addresses.
    ['dichvucong.gov.vn', 'dịch vụ công chấm gớp chấm vi en'],
    ['Vào https://dichvucong.gov.vn/', 'Vào dịch vụ công chấm gớp chấm vi en'],
    ['vneid-mo-khoa.example', 'vi en i ai đi gạch mo gạch khoa chấm ví dụ'],
    ['baohiemxahoi.gov.vn', 'bảo hiểm xã hội chấm gớp chấm vi en'],
    ['mau@nhaso.example', 'mau a còng nhà số chấm ví dụ'],
    // Abbreviations and foreign words.
    ['Mã OTP là của ai?', 'Mã ô tê pê là của ai?'],
    ['Mở ứng dụng VNeID', 'Mở ứng dụng vi en i ai đi'],
    ['Quét mã QR', 'Quét mã quy a'],
    ['mã VietQR', 'mã việt quy a'],
    ['Mã PIN', 'Mã pin'],
    ['thay pin', 'thay pin'],
    ['Đặt passcode', 'Đặt pát cốt'],
    ['Tin SMS', 'Tin ét em ét'],
    ['CCCD gắn chip', 'căn cước công dân gắn chíp'],
    ['Chạm thẻ vào chỗ đọc NFC', 'Chạm thẻ vào chỗ đọc en ép xê'],
    ['Nhóm Zalo', 'Nhóm gia lô'],
    ['Tải app', 'Tải áp'],
    ['mạng 4G', 'mạng bốn gờ'],
    ['Wi-Fi', 'goai phai'],
    ['Tiêu chí 3C', 'Tiêu chí ba xê'],
    ['thẻ BHYT', 'thẻ bảo hiểm y tế'],
    ['UBND xã', 'ủy ban nhân dân xã'],
    ['e-mail của cô', 'i meo của cô'],
    ['LUYỆN TẬP', 'LUYỆN TẬP'],
    ['Hàng XKZ', 'Hàng ích ca dét'],
    ['b, bờ', 'bê, bờ'],
    ['đ, đờ có gạch', 'đê, đờ có gạch'],
    ['à, ạ và ơ', 'à, ạ và ơ'],
    // Passwords are spelled, capitals named.
    ['Nhaso#2026', 'en hoa, hát, a, ét, o, dấu thăng, hai, không, hai, sáu'],
    ['Mật khẩu a1B2', 'Mật khẩu a, một, bê hoa, hai'],
    // Quotes, brackets, signs.
    ['Bấm «Tiếp tục» nhé', 'Bấm Tiếp tục nhé'],
    ['Tin báo (mô phỏng)', 'Tin báo, mô phỏng'],
    ['VNeID (bản luyện tập)', 'vi en i ai đi, bản luyện tập'],
    ['Một: gõ số; hai: bấm', 'Một, gõ số, hai, bấm'],
    ['một dấu như @ hay #.', 'một dấu như a còng hay thăng.'],
    ['Xin chờ…', 'Xin chờ'],
    ['Bài học · Nhà Số', 'Bài học, Nhà Số'],
    ['chọn 1, 2, 3', 'chọn một, hai, ba'],
    ['xong.  \n Rồi', 'xong. Rồi'],
    // Keys.
    ['a', 'a'],
    ['đ', 'đê'],
    ['@', 'a còng'],
    ['/', 'trên'],
    ['5', 'năm'],
  ])('%s', (shown, spoken) => {
    expect(say(shown)).toEqual({ words: spoken, unknown: expect.any(Array) as string[] });
  });
});

it('leaves no digit and no sign to the guess of a voice', () => {
  for (const shown of ['a1b2c3', '12.3.4', '1/2/3', '5+5=10', '100$', '***123', '1.2.3.4', '99999999999999'])
    expect(say(shown).words, shown).toMatch(/^[\p{L}\s.,]+$/u);
});

it('tells which words it does not know how to say', () => {
  expect(say('Dùng browser này').unknown).toEqual(['browser']);
  expect(say('Cô chú bấm «Giúp tôi», Nguyễn Thị Mẫu quyết xuyên nghiêng khuỷu oẳn giếng').unknown).toEqual(
    [],
  );
});

it.each(['nghiêng', 'Quyền', 'giữ', 'gì', 'ủy', 'khuya', 'thuở', 'ngoằng', 'xoong', 'ọ', 'yêu'])('knows %s for a syllable', (word) => {
  expect(isSyllable(word)).toBe(true);
}); // prettier-ignore

it.each(['VNPT', 'file', 'link', 'browser', 'wifi', 'chrome'])('knows %s for none', (word) => {
  expect(isSyllable(word)).toBe(false);
});

it('says numbers as a table of the south has them', () => {
  expect([0, 4, 14, 21, 24, 55, 101, 115, 1000, 10_500, 2_000_005].map(numberWords)).toEqual([
    ...['không', 'bốn', 'mười bốn', 'hai mươi mốt', 'hai mươi bốn', 'năm mươi lăm', 'một trăm lẻ một'],
    ...['một trăm mười lăm', 'một ngàn', 'mười ngàn năm trăm', 'hai triệu không trăm lẻ năm'],
  ]);
  expect(digitByDigit('1022')).toBe('một không hai hai');
});

it('has a lexicon whose every spoken word can be spoken', () => {
  const { words, laws, addresses, units, keys, signs, names } = lexicon;
  expect(names.filter((name) => !isSyllable(name.toLowerCase()))).toEqual([]);
  for (const part of [words, laws, addresses, units, keys, signs])
    for (const [written, said] of Object.entries(part))
      expect(
        said.split(/[\s,]+/).filter((word) => !isSyllable(word)),
        written,
      ).toEqual([]);
});
