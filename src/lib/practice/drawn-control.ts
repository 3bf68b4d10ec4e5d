import type { PracticeAction } from './actions';

/**
 * Finds the control that an action touches, as soon as it is drawn: some widgets travel apart and come later.
 * What it returns calls the search off.
 */
export function whenDrawn(
  root: Element | undefined,
  { control, option }: Pick<PracticeAction, 'control' | 'option'>,
  found: (element: Element) => void,
): () => void {
  if (!root) return () => undefined;
  const of = option === undefined ? '' : `[data-option="${CSS.escape(option)}"]`;
  const look = () => {
    const element = root.querySelector(`[data-control="${CSS.escape(control)}"]${of}`);
    if (element) found(element);
    return element !== null;
  };
  if (look()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-option'] });
  return () => observer.disconnect();
}
