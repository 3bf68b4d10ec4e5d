/** Made by vite-plugin.ts out of content/, after the checker has passed it. */
declare module 'virtual:content/catalogue' {
  import type { LessonBundle, LessonCard } from '$lib/content/bundle';
  import type { Track } from '$lib/content/track';
  export const cards: LessonCard[];
  export const tracks: Track[];
  export const load: Record<string, () => Promise<{ bundle: LessonBundle }>>;
}

declare module 'virtual:content/posters' {
  import type { PosterCard } from '$lib/content/poster';
  export const posters: PosterCard[];
}
