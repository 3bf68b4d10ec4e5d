/** People here live by this clock, whatever the machine thinks. */
export const houseTimeZone = 'Asia/Ho_Chi_Minh';

const locales: Record<string, string> = { vi: 'vi-VN', en: 'en-GB' };

/** A moment as the house's clock shows it; '' for what is no moment, which must not take a whole screen with it. */
function show(iso: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  return new Intl.DateTimeFormat(locale, { timeZone: houseTimeZone, ...parts }).format(moment);
}

/** A day as `dd/MM/yyyy` (vi and en alike), in the house's time zone. */
export function formatDay(iso: string): string {
  return show(iso, 'en-GB', { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** A day with its weekday, in the given language: «Thứ Hai, 23/11/2026». */
export function formatWeekday(iso: string, lang: string): string {
  const weekday = show(iso, locales[lang] ?? 'vi-VN', { weekday: 'long' });
  return weekday && `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${formatDay(iso)}`;
}

/** Hours and minutes as `HH:mm`, in the house's time zone. */
export function formatClock(iso: string): string {
  return show(iso, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The calendar day `yyyy-MM-dd` at the house of a moment. */
export function houseDay(iso: string): string {
  return show(iso, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
}
