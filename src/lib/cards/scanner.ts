/**
 * Hears a scanner that types, as `listenToScanner`, which comes only where a house has screens that need it. What is typed
 * until then is kept for it: half a card would be told as none of ours.
 */
export function hearScanner(onscan: (text: string) => void): () => void {
  const early: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => early.push(event);
  addEventListener('keydown', keep, { capture: true });
  let stop = () => removeEventListener('keydown', keep, { capture: true });
  let over = false;
  void import('./listen').then(({ listenToScanner }) => {
    if (over) return;
    stop();
    stop = listenToScanner(onscan, early);
  }, stop);
  return () => {
    over = true;
    stop();
  };
}
