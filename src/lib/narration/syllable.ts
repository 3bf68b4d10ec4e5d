const onset = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?';
const vowels =
  '(?:iêu|yêu|oai|oay|oeo|uây|uôi|uya|uyê|uyu|uao|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uă|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)';
const ending = '(?:ch|c|m|ng|nh|n|p|t)?';
const syllable = new RegExp(`^${onset}${vowels}${ending}$`);

/** True for a word that a Vietnamese reader reads as one syllable, whatever its tone: «Nguyễn», but not «VNPT». */
export function isSyllable(word: string): boolean {
  const toneless = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
  return syllable.test(toneless);
}
