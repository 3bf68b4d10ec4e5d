import { violationTexts } from '$lib/content/violation';
import type { Proof, Report } from './report';

/** A report for the person at the terminal: what is wrong file by file, then a line for each app and lesson. */
export function reportText({ lessons, apps, violations, due }: Report): string {
  const failed = [...lessons, ...apps].filter((one) => one.violations.length > 0).length;
  const owned = new Set([...lessons, ...apps].flatMap((one) => one.violations));
  // Files that belong to no lesson or app that could be read count as one failure each.
  const others = new Set(violations.filter((one) => !owned.has(one)).map(({ file }) => file)).size;
  const passed = lessons.length + apps.length - failed;
  return [
    ...violationTexts(violations),
    ...apps.map((one) => summary('app', one)),
    ...lessons.map((one) => summary('lesson', one)),
    ...due.map(
      ({ file, line, id, review }) => `${file}:${line}  to be looked at again since ${review}: ${id}`,
    ),
    `${passed} passed, ${failed + others} failed`,
  ].join('\n');
}

function summary<Counts>(kind: string, { id, version, released, counts, violations }: Proof<Counts>): string {
  const said = Object.entries(counts).flatMap(([name, count]) =>
    typeof count === 'number' ? [`${count} ${words(name)}`] : [],
  );
  const state = violations.length === 0 ? 'ok  ' : 'FAIL';
  const walked = 'states' in counts ? [] : ['not walked: mend what is said above, or in what it uses'];
  const draft = released === version ? '' : ' draft';
  return `${state}  ${kind} ${id} v${version}${draft}  ${[...said, ...walked].join(' · ')}`;
}

/** `wrongActions` as «wrong actions». */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
