/** People here live by this clock, whatever the machine thinks. */
export const houseTimeZone = 'Asia/Ho_Chi_Minh';

const locales: Record<string, string> = { vi: 'vi-VN', en: 'en-GB' };

/** A day as `dd/MM/yyyy` (vi and en alike), in the house's time zone. */
export function formatDay(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: houseTimeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(iso));
}

/** A day with its weekday, in the given language: «Thứ Hai, 23/11/2026». */
export function formatWeekday(iso: string, lang: string): string {
  const weekday = new Intl.DateTimeFormat(locales[lang] ?? 'vi-VN', {
    timeZone: houseTimeZone,
    weekday: 'long',
  }).format(new Date(iso));
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${formatDay(iso)}`;
}

/** Hours and minutes as `HH:mm`, in the house's time zone. */
export function formatClock(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: houseTimeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}

/** The calendar day `yyyy-MM-dd` at the house of a moment. */
export function houseDay(iso: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: houseTimeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(iso));
}
