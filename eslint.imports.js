/**
 * Who may import whom, one row per folder of src/lib; data flows from the top of the list downward.
 * ESLint turns this table into `no-restricted-imports` rules, and ARCHITECTURE.md shows it.
 * Every import across folders is written `$lib/<folder>/…`, so the rule can read it.
 * @type {Record<string, string[]>}
 */
export const may = {
  ui: [],
  words: [],
  content: [],
  settings: ['ui', 'words'],
  narration: ['ui', 'words', 'content', 'settings'],
  keyboard: ['ui', 'words'],
  practice: ['ui', 'words', 'content', 'narration', 'keyboard'],
  lesson: ['ui', 'words', 'content', 'settings', 'narration', 'keyboard', 'practice'],
  access: [],
  ledger: [],
  sync: ['words', 'ledger'],
  session: ['ui', 'words', 'ledger', 'sync'],
  fleet: ['ui', 'words', 'narration', 'ledger', 'sync', 'session'],
  media: ['ui', 'words', 'content', 'narration', 'ledger', 'sync', 'session', 'fleet'],
  kiosk: ['ui', 'words', 'narration', 'ledger', 'sync', 'session', 'fleet', 'media'],
  people: ['ui', 'words', 'narration', 'keyboard', 'ledger', 'session'],
  cards: ['ui', 'words', 'narration', 'keyboard', 'access', 'ledger', 'sync', 'session', 'people'],
  classes: ['ui', 'words', 'ledger', 'session', 'people'],
  desk: ['ui', 'words', 'ledger', 'sync', 'session', 'people'],
  staff: ['ui', 'words', 'access', 'ledger', 'sync', 'session'],
};
