/**
 * The curtain is a part of the page itself (app.html), so that it is there before anything of the app is: between two
 * pages nobody sees an empty screen, and nothing of whoever was here before. It stands first in the body, and the page waits for
 * it: behind the app's script it was sometimes painted without its drawing.
 */
const parts = () => ({ curtain: document.getElementById('curtain'), app: document.getElementById('app') });

/** The app is drawn: shows it. */
export function raiseCurtain(): void {
  const { curtain, app } = parts();
  if (app) app.style.display = 'contents';
  if (curtain) curtain.style.display = 'none';
}

/** The page is about to go: shows the curtain alone, whatever dialog stands open. */
export function dropCurtain(): void {
  const { curtain, app } = parts();
  if (!curtain) return;
  curtain.style.display = 'grid';
  if (app) app.style.display = 'none';
}
