/**
 * Keeps the screen lit until the answer is called. A browser takes the lock back whenever its page is out of sight, so that
 * it is asked for again when it comes into sight; where there is none to be had the machine's own settings must do it.
 */
export function keepLit(): () => void {
  let wanted = true;
  let lock: WakeLockSentinel | null = null;
  const ask = async () => {
    if (!wanted || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (!wanted) await lock.release(); // it was given up while the browser thought
    } catch {
      lock = null; // a low battery, or a machine without: asked again at the next sight
    }
  };
  if ('wakeLock' in navigator) void ask();
  const look = () => void ask();
  if ('wakeLock' in navigator) document.addEventListener('visibilitychange', look);
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', look);
    void lock?.release();
  };
}
