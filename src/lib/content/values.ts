import type { Value } from './schema/value';
import type { Language } from './schema/words';

/** What stands between groups of three digits. */
const groups: Record<Language, string> = { vi: '.', en: ',' };

/** An amount of whole đồng as people read it: `85.000 đ` in Vietnamese, `85,000 đ` in English; it never breaks. */
export function moneyText(amount: number, lang: Language): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, groups[lang])}\u00a0đ`;
}

/** A day "2026-11-20" as people write it: `20/11/2026` in every language. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

/** A value as words and cards show it. */
export function shown(value: Value, lang: Language): string {
  if (typeof value === 'string') return value;
  if ('money' in value) return moneyText(value.money, lang);
  return 'day' in value ? dayText(value.day) : value[lang];
}

/** Every value of a group as words show it. */
export function shownAll(values: Record<string, Value>, lang: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value, lang)]));
}

/** A value as it is typed into a field: money as bare digits. Undefined for what differs by language. */
export function typed(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if ('money' in value) return String(value.money);
  return 'day' in value ? dayText(value.day) : undefined;
}
