import { fits, referencesOf } from '../references';
import type { PracticeApp } from '../schema/app';
import type { Value } from '../schema/value';
import { composeVietQr, parseVietQr } from '../vietqr';
import type { Path } from '../violation';
import { couldBeReal } from './reserved-data';
import type { Say } from './say';

/** No bank has this BIN, so nothing can be paid by a code that names it. */
const nobodysBank = '000000';

/** All scenes have the same names, references into them and into messages lead to the right kind of value, and nothing in them is anybody's. */
export function valuesShape(app: PracticeApp, say: Say): void {
  const scenes = Object.entries(app.scenes);
  const names = Object.keys(scenes[0]?.[1] ?? {});
  for (const [id, scene] of scenes) {
    const missing = names.filter((name) => !(name in scene));
    const more = Object.keys(scene).filter((name) => !names.includes(name));
    if (missing.length || more.length)
      say(
        ['scenes', id],
        'scenes-differ',
        `${id} has not the names of the other scenes: ${[...missing, ...more].join(', ')}`,
        'Give all scenes of an app the same names.',
      );
    for (const [name, value] of Object.entries(scene)) nobodys(value, ['scenes', id, name], say);
  }
  for (const [id, values] of Object.entries(app.messages))
    for (const [name, value] of Object.entries(values)) nobodys(value, ['messages', id, name], say);
  referencesShape(app, say);
  qrShape(app, say);
}

function nobodys(value: Value, at: Path, say: Say): void {
  const texts = typeof value === 'string' ? [value] : 'vi' in value ? [value.vi, value.en] : [];
  for (const text of texts) {
    if (/^0002.{20}/.test(text)) payable(text, at, say);
    else if (couldBeReal(text))
      say(
        at,
        'reserved-data',
        `${text} could belong to somebody`,
        'Begin it with 000, a telephone with 0100.',
      );
  }
}

/** A payment code in content reads well, and is of a bank that does not exist. */
function payable(payload: string, at: Path, say: Say): void {
  const reading = parseVietQr(payload);
  if (!reading.ok)
    say(
      at,
      'payment-code',
      `no good payment code: ${reading.fault}`,
      'Compose it anew; see src/lib/content/vietqr.ts.',
    );
  else if (reading.code.bin !== nobodysBank)
    say(
      at,
      'payment-code',
      `the code can be paid: its bank is ${reading.code.bin}`,
      `Write ${composeVietQr({ ...reading.code, bin: nobodysBank })}`,
    );
}

function referencesShape(app: PracticeApp, say: Say): void {
  for (const { to, wants, path } of referencesOf(app)) {
    const [source, name = '', key = ''] = to.split('.');
    if (source !== 'scene' && source !== 'message') continue;
    const found =
      source === 'scene'
        ? Object.values(app.scenes).map((scene) => scene[name])
        : [app.messages[name]?.[key]];
    if (!found.length || found.includes(undefined))
      say(
        path,
        source === 'scene' ? 'unknown-scene-value' : 'unknown-message',
        source === 'scene' ? `no scene has ${name}` : `no message has ${to}`,
        'Declare the value under scenes or messages.',
      );
    else if (found.some((value) => value !== undefined && !fits(value, wants)))
      say(path, 'wrong-kind', `${to} is no ${wants}`, `Write it as ${example[wants]}.`);
  }
}

/** How a value of each kind is written. */
export const example = {
  text: 'a text',
  digits: "digits in quotes, '482915'",
  money: '{ money: 85000 }',
  day: "{ day: '2026-11-20' }",
} as const;

/** What a camera reads as a payment code is one. */
function qrShape(app: PracticeApp, say: Say): void {
  for (const [id, screen] of Object.entries(app.screens))
    screen.shows.forEach((widget, index) => {
      if (widget.kind !== 'camera' || widget.qr === undefined) return;
      const [source, name = ''] = widget.qr.split('.');
      const payloads = source === 'scene' ? Object.values(app.scenes).map((scene) => scene[name]) : [];
      const good = payloads.every((payload) => typeof payload === 'string' && parseVietQr(payload).ok);
      if (source !== 'scene' || widget.sees !== 'qr' || !good)
        say(
          ['screens', id, 'shows', index],
          'payment-code',
          `${widget.id} reads ${widget.qr}, which is no payment code of every scene`,
          'Let a camera that sees a qr name a value of the scenes.',
        );
    });
}

/** Names that scenes give to values; words and cards may show them. */
export function sceneNames(app: PracticeApp): string[] {
  return Object.keys(Object.values(app.scenes)[0] ?? {});
}
