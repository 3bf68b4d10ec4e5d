/** A Vietnamese name without marks and case, for searching: «Đỗ Thị Ánh» → «do thi anh». */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The given name, which is the last word: «Trần Văn Thử» → «Thử». */
export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? '';
}

/** Orders people as a Vietnamese roll call does: by given name, then by the whole name. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

const collator = new Intl.Collator('vi');
