import { t } from './words.svelte';

/** What the arrow of a part that scrolls is called, in the language of now. */
export function moreWords(): { below: string; above: string } {
  return { below: t('common:more'), above: t('common:top') };
}
