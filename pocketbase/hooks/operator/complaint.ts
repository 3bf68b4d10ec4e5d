/** What an operator asked for cannot be done; said in Vietnamese and English, with what to do instead. */
export class Complaint extends Error {
  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
  }
}
