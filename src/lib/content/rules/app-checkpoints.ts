import type { PracticeApp } from '../schema/app';
import type { Say } from './say';

/** Where an app commits money or identity, a screen before shows what is about to be done. */
export function checkpointsShape(app: PracticeApp, say: Say): void {
  if (commits(app) && !app.checkpoints.length)
    say(
      ['id'],
      'no-checkpoint',
      `${app.id} takes money or an identity and nobody has to look before`,
      'Write under checkpoints which screen shows what, before which screen.',
    );
  app.checkpoints.forEach(({ before, screen, shows }, index) => {
    const at = ['checkpoints', index];
    for (const name of [before, screen])
      if (!app.screens[name])
        say(at, 'unknown-screen', `there is no screen ${name}`, 'Name screens of this app.');
    if (before === screen) say(at, 'checkpoint', `${screen} cannot stand before itself`, 'Name two screens.');
    const shown = (app.screens[screen]?.shows ?? []).flatMap((widget) =>
      (widget.kind === 'card' || widget.kind === 'receipt') && !widget.if ? widget.shows : [],
    );
    for (const name of shows)
      if (!shown.includes(name))
        say(
          at,
          'checkpoint',
          `${screen} does not always show ${name}`,
          'Show it on a card of that screen, without a condition.',
        );
  });
}

/** True where an app takes an amount, an identity number or a signature, or hands out a receipt. */
function commits(app: PracticeApp): boolean {
  const checks = Object.values(app.validators);
  return (
    checks.some(
      (check) => check.kind === 'amount' || (check.kind === 'digits' && check.what === 'idNumber'),
    ) ||
    Object.values(app.screens).some(({ shows }) =>
      shows.some(({ kind }) => kind === 'receipt' || kind === 'sign'),
    )
  );
}
