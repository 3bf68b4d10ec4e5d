/** A customer code as it is compared: without gaps, in capitals. */
export function codeOf(written: string): string {
  return written.replace(/[\s.-]/g, '').toUpperCase();
}

/** A day as it is compared, dd/MM/yyyy; undefined where no day is written. `5/9/1990`, `05.09.1990` and `05091990` are one. */
export function dayOf(written: string): string | undefined {
  const [, d = '', m = '', y = ''] =
    /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/.exec(written) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(written) ??
    [];
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  const exists = y !== '' && day.getUTCDate() === Number(d) && day.getUTCMonth() === Number(m) - 1;
  return exists ? `${d.padStart(2, '0')}/${m.padStart(2, '0')}/${y}` : undefined;
}

/** A text as it is compared: marks, capitals and gaps do not matter. */
export function plainText(written: string): string {
  return written
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .trim()
    .replace(/\s+/g, ' ');
}
