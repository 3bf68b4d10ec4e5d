/** Each step makes words a little smaller; whatever its box, none of them is ever cut. */
const [step, least] = [0.95, 0.05];

/**
 * Makes the words of an element as large as its box lets them be: sets `--fit` (1 at most), by which its style multiplies
 * sizes. Used as an attachment; it follows the size of the box.
 */
export function fit(element: HTMLElement): () => void {
  const shrink = () => {
    for (let size = 1; ; size *= step) {
      element.style.setProperty('--fit', size.toFixed(3));
      const over = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
      if (!over || size < least) return;
    }
  };
  const watch = new ResizeObserver(shrink);
  watch.observe(element);
  void document.fonts.ready.then(shrink);
  return () => watch.disconnect();
}
