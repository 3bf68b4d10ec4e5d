/** Hears a scanner that types, as `listenToScanner`, which comes only where a house has screens that need it. */
export function hearScanner(onscan: (text: string) => void): () => void {
  let over = false;
  let stop = () => {};
  void import('./listen').then(({ listenToScanner }) => {
    if (!over) stop = listenToScanner(onscan);
  });
  return () => {
    over = true;
    stop();
  };
}
