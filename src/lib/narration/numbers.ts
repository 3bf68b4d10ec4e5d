import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';

const southern = new ReadingConfig();
southern.unit = [];
southern.units = [[], ['ngàn'], ['triệu'], ['tỷ']];
southern.pointText = 'phẩy';
southern.fourToneText = 'bốn'; // «hai mươi tư» is said in the north

const digitWords = southern.digits;

/** The words of a number, as it is said in the south: `1250000` → «một triệu hai trăm năm mươi ngàn». */
export function numberWords(number: string | number): string {
  return doReadNumber(String(number), southern);
}

/** Digits one by one, as codes and telephone numbers are said: `156` → «một năm sáu». */
export function digitByDigit(digits: string): string {
  return Array.from(digits, (digit) => digitWords[Number(digit)] ?? '')
    .filter((word) => word !== '')
    .join(' ');
}
