/** Made by vite-plugin.ts out of content/, after the checker has passed it. */
declare module 'virtual:content/catalogue' {
  import type { LessonBundle, LessonCard } from '$lib/content/bundle';
  export const cards: LessonCard[];
  export const load: Record<string, () => Promise<{ bundle: LessonBundle }>>;
}
