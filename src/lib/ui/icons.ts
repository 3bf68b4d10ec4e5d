/** A small line icon: one path on a 24×24 grid, drawn with a round 2-unit line. */
export type IconPath = string & { readonly icon?: never };

/** Go one step back. */
export const back: IconPath = 'M20 12H5M11 5l-7 7 7 7';
/** Go one step on. */
export const next: IconPath = 'M4 12h15M13 5l7 7-7 7';
/** There is more below. */
export const down: IconPath = 'M12 4v15M5 13l7 7 7-7';
export const up: IconPath = 'M12 20V5M5 11l7-7 7 7';
/** Hear it (again). */
export const speaker: IconPath =
  'M4 9.500v5h3.500L13 19V5L7.5 9.500H4ZM16.5 8.500a5 5 0 0 1 0 7M19 5.500a9 9 0 0 1 0 13';
/** Ask for help. */
export const help: IconPath =
  'M12 21a9 9 0 1 0-8-4.900L3 21l4.9-1A9 9 0 0 0 12 21ZM9.3 9.500a2.7 2.7 0 1 1 4 2.400c-.9.5-1.3 1-1.3 2M12 17h.01';
/** Stop: an open hand. */
export const stop: IconPath =
  'M8 12.500V6a1.5 1.5 0 0 1 3 0v5M11 11V4.500a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v6M17 12V9a1.5 1.5 0 0 1 3 0v5.500a7 7 0 0 1-7 7h-1c-3 0-4.5-1.5-6-4l-2.3-3.800c-.9-1.6 1.1-2.9 2.3-1.700l2 2';
/** Change the language: two speech marks. */
export const language: IconPath =
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18';
/** Send and fetch. */
export const sync: IconPath = 'M20 11a8 8 0 0 0-14.3-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.3 4L20 15M20 20v-5h-5';
/** Add a person. */
export const personAdd: IconPath =
  'M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-4 3-6.5 7-6.5 1.5 0 2.8.3 4 1M18 14v6M15 17h6';
/** Print. */
export const print: IconPath =
  'M7 9V3.500h10V9M7 17H4.500A1.5 1.5 0 0 1 3 15.500v-5A1.5 1.5 0 0 1 4.5 9h15a1.5 1.5 0 0 1 1.5 1.500v5a1.5 1.5 0 0 1-1.5 1.500H17M7 14h10v6.500H7Z';
/** Sign out: leave by the door. */
export const signOut: IconPath = 'M13 3.500H5.500v17H13M10 12h11M17 8l4 4-4 4';
/** Settings: sliders. */
export const settings: IconPath =
  'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z';
/** Done, right, here. */
export const check: IconPath = 'M4.5 12.500l5 5.500L19.5 6.5';
/** Late: a clock. */
export const clock: IconPath = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.5 2';
/** Absent: a line where a mark would be. */
export const absent: IconPath = 'M6 12h12';
/** One step more. */
export const more: IconPath = 'M12 5v14M5 12h14';
/** One step less. */
export const less: IconPath = 'M5 12h14';
/** Delete the last letter. */
export const erase: IconPath =
  'M9 5h10.500A1.5 1.5 0 0 1 21 6.500v11a1.5 1.5 0 0 1-1.5 1.500H9l-6-7 6-7ZM11.5 9.500l5 5M16.5 9.500l-5 5';
/** Capital letters. */
export const shift: IconPath = 'M12 4l8 8.500h-4.500V20h-7v-7.500H4L12 4Z';
/** An idea, a hint: a lamp. */
export const lamp: IconPath = 'M9 17.500c0-2-3-3.5-3-7.500a6 6 0 0 1 12 0c0 4-3 5.5-3 7.500H9ZM10 21h4';
/** Try once more. */
export const again: IconPath = 'M5 12a7.5 7.5 0 1 0 2.5-5.600M7 2.500v4.500h4.5';
/** Mind this. */
export const care: IconPath = 'M12 3.500L22 20.500H2L12 3.500ZM12 10v4.500M12 17.500h.01';
/** A word of information. */
export const info: IconPath = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.500h.01';
/** The house: home. */
export const home: IconPath = 'M3 11.500L12 4l9 7.500M5.5 10v10h13V10M10 20v-5.500h4V20';
/** Not connected: a cloud with a stroke through it. */
export const offline: IconPath =
  'M7.5 18.500a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18.3 11a3.8 3.8 0 0 1 1.2 7M4 3.500l16 17M7.5 18.500h9';
/** How one sees and hears: letters and a voice. */
export const textSize: IconPath = 'M2.5 19L8.5 5l6 14M4.7 14h7.600M14.5 19l3.5-8 3.5 8M15.8 16.500h4.4';
/** Light and dark. */
export const contrast: IconPath = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M15 5v14M18 7.500v9';
/** A message. */
export const message: IconPath =
  'M4 4.5h16A1.5 1.5 0 0 1 21.5 6v10a1.5 1.5 0 0 1-1.5 1.5H11L6 21.5v-4H4A1.5 1.5 0 0 1 2.500 16V6A1.5 1.5 0 0 1 4 4.5ZM7.5 9h9M7.5 13h5.5';
/** A notification. */
export const bell: IconPath = 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.500h-15L6 17ZM10 21h4M12 5V3';
/** Somebody. */
export const person: IconPath =
  'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20.500c.5-4.500 3.500-6 8-6s7.500 1.500 8 6';
/** A call: the receiver. */
export const phone: IconPath =
  'M6 3.500l3 .5 1.500 4.500-2 1.500a12 12 0 0 0 5.500 5.500l1.500-2 4.500 1.500.5 3c-.5 1.500-1.500 2.500-3 2.500C10 20.500 3.500 14 3.500 6.500 3.500 5 4.500 4 6 3.500Z';
/** A photograph. */
export const photo: IconPath =
  'M3.500 5h17v14h-17V5ZM3.500 16l5-5 4.500 4.500 2.500-2.500 5 4.500M15.500 9.500h.01';
/** The web: a globe. */
export const web: IconPath =
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c-4 5-4 13 0 18M12 3c4 5 4 13 0 18';
/** Write, sign. */
export const pen: IconPath = 'M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19 4 20ZM13.500 7l3.500 3.500';
