import {
  bell,
  care,
  check,
  clock,
  erase,
  help,
  home,
  info,
  message,
  pen,
  person,
  phone,
  photo,
  settings,
  web,
  type IconPath,
} from '$lib/ui/icons';

/** The line signs that rows and tabs of an app may name. No sign is any service's own. */
const signs: Record<string, IconPath> = {
  bag: 'M5 8.500h14l1 12H4l1-12ZM8.5 8.500a3.5 3.5 0 0 1 7 0',
  bank: 'M3 9.500L12 4l9 5.500H3ZM5.5 9.500V18M10 9.500V18M14 9.500V18M18.500 9.500V18M3 20.500h18M4 18h16',
  bell,
  bill: 'M6 3.500h12V21l-3-1.800L12 21l-3-1.800L6 21V3.500ZM9 8h6M9 12h6',
  calendar:
    'M4 6h16v14.500H4V6ZM4 10.500h16M8.500 3.500V8M15.500 3.500V8M8 14.500h.01M12 14.500h.01M16 14.500h.01',
  camera:
    'M4 7.500h4l1.500-2.500h5L16 7.500h4V19H4V7.500ZM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
  card: 'M3 6h18v12.500H3V6ZM3 10h18M6.500 15h4',
  care,
  check,
  clock,
  contact:
    'M5 3.500h14v17H5V3.500ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM8 17c.5-2.500 2-3.500 4-3.500s3.500 1 4 3.500',
  document: 'M6 3.500h8l4.500 4.500v12.500H6V3.500ZM14 3.500V8h4.500M9 12.500h6.500M9 16.500h6.500',
  download: 'M12 4v11M7 10.500l5 5 5-5M4.500 19.500h15',
  drop: 'M12 3.500c3.500 4.500 5.500 7.500 5.500 10.500a5.500 5.500 0 0 1-11 0c0-3 2-6 5.500-10.500Z',
  erase,
  face: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 10h.01M15 10h.01M8.500 14.500c2 2 5 2 7 0',
  health:
    'M12 20.500C6 16.500 3.500 13 3.500 9.500a4.300 4.300 0 0 1 8.500-1.200 4.300 4.300 0 0 1 8.500 1.200c0 3.500-2.500 7-8.500 11ZM12 10v5M9.500 12.500h5',
  help,
  house: home,
  info,
  key: 'M8 15.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12.500 11h8.500v4M17.500 11v3',
  light: 'M13 3L5.500 13.500H11L10 21l8-11h-5.500L13 3Z',
  lock: 'M5.500 11h13v9.500h-13V11ZM8 11V8a4 4 0 0 1 8 0v3M12 15v2',
  mail: 'M3.500 5.500h17v13.500h-17V5.500ZM3.500 7l8.500 6.500L20.500 7',
  map: 'M12 21c4.500-4.500 6.500-8 6.500-11a6.500 6.500 0 0 0-13 0c0 3 2 6.500 6.500 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  message,
  money:
    'M3 6.500h18v11H3v-11ZM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM6.500 12h.01M17.500 12h.01',
  pen,
  people:
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20c0-4 2.500-6 6.500-6s6.500 2 6.500 6M16 5a3.300 3.300 0 0 1 0 6.300M18 14.500c2.500.8 3.500 2.800 3.500 5.500',
  person,
  phone,
  photo,
  plus: 'M12 5v14M5 12h14',
  qr: 'M4 4h6v6H4V4ZM14 4h6v6h-6V4ZM4 14h6v6H4v-6ZM14 14h2v2h-2ZM18.500 14v2.500M14 19.500h3M19.500 19v1.500',
  school:
    'M2.500 9L12 4.500 21.500 9 12 13.500 2.500 9ZM6.500 11v5.500c3.500 2.500 7.500 2.500 11 0V11M21.500 9v6',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500L20.500 20.500',
  settings,
  shield:
    'M12 3.500l7.500 2.500v6c0 4-3 7-7.500 8.500C7.500 19 4.500 16 4.500 12V6L12 3.500ZM8.500 12l2.500 2.500 4.500-5',
  shop: 'M4 10v10.500h16V10M3 9.500L5 4h14l2 5.500c0 2-3 2.500-4.500.5-1.500 2-3.500 2-4.500 0-1 2-3 2-4.500 0C6 12 3 11.500 3 9.500ZM10 20.500V15h4v5.500',
  star: 'M12 3.500l2.500 5.500 6 .7-4.500 4 1.300 6L12 16.700 6.700 19.700 8 13.700l-4.500-4 6-.7L12 3.500Z',
  trash: 'M4.500 7h15M9 7V4h6v3M6.500 7l1 13.500h9l1-13.500M10 11v5.500M14 11v5.500',
  tv: 'M3 6.500h18v12H3v-12ZM8 21.500h8M9 3l3 3.500L15 3',
  web,
  wifi: 'M3 9.500a13 13 0 0 1 18 0M6 13a8.500 8.500 0 0 1 12 0M9 16.500a4.300 4.300 0 0 1 6 0M12 20h.01',
};

/** The names that an app may use, for the checker. */
export const signNames: readonly string[] = Object.keys(signs);

/** The sign of that name; undefined where there is none. */
export function signNamed(name: string | undefined): IconPath | undefined {
  return name === undefined ? undefined : signs[name];
}
