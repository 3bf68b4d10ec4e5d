import { hasWords, t } from '$lib/words/words.svelte';

/** What a kind of event is called on the screens of staff; where this app does not know it, that it does not. */
export function kindWords(kind: string): string {
  return hasWords(`aside:kind.${kind}`) ? t(`aside:kind.${kind}`) : t('aside:kind-unknown', { kind });
}
