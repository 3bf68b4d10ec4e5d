import { roles, type Kind, type Role } from '$lib/ledger/kind';
import { kinds } from '$lib/ledger/kinds';
import { askers, type Asker } from './askers';
import { Marker } from './canary';
import { routeRules } from './rules';
import { samples } from './samples';

/** A way into the server, as its table of routes names it. */
export interface Route {
  method: string;
  path: string;
}

/** Where the page stands, from the root of the project. */
export const permissionsPage = 'docs/permissions.md';

/** docs/permissions.md, made of the kinds, the routes and the rules that tests/server/matrix.test.ts tries. */
export function permissions(routes: readonly Route[]): string {
  return [
    '# Who may do what',
    'Made by `npm run permissions` of `src/lib/ledger/kinds` and `tests/matrix/rules.ts`; `npm test` does every one of',
    'these things on a real server (`tests/server/matrix.test.ts`), in the own house and in another, and fails when this',
    'page is out of date.',
    '',
    '## Events',
    'In the own house. Of another house nobody may write or read anything.',
    '',
    table(
      ['', ...roles],
      kinds.map((kind) => [`\`${kind.name}\``, ...roles.map((role) => cell(kind, role))]),
    ),
    '',
    '## What fewer may write',
    ...narrowed(),
    '',
    '## What is read in part',
    ...parts(),
    '',
    '## Routes',
    'Asked about the own house / another house: `ok`, or the code of the refusal.',
    '',
    ...routes.map((route) => `- \`${nameOf(route)}\`: ${routeRules[nameOf(route)]?.who ?? ''}`),
    '',
    table(
      ['', ...routes.map((route) => `\`${nameOf(route)}\``)],
      askers.map((asker) => [asker.name, ...routes.map((route) => answer(asker, routeRules[nameOf(route)]))]),
    ),
    '',
  ].join('\n');
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

function cell({ may, view }: Kind, role: Role): string {
  const reads = may.read.includes(role) ? [view?.[role] ? 'reads in part' : 'reads'] : [];
  const part = may.narrowed?.some(({ write }) => !write.includes(role));
  const writes = may.write.includes(role) ? [part ? 'writes in part' : 'writes'] : [];
  return [...writes, ...reads].join(', ') || '–';
}

/** Every sort of payload that not all may write who may write its kind. */
function narrowed(): string[] {
  return kinds.flatMap(({ name, may }) =>
    (may.narrowed ?? []).map(({ where, write }) => {
      const sort = Object.entries(where).map(([field, value]) => `\`${field}\` is \`${value}\``);
      return `\n- \`${name}\` where ${sort.join(' and ')}: ${write.join(', ')}.`;
    }),
  );
}

/** Every view, by what it does to a payload. */
function parts(): string[] {
  return kinds.flatMap((kind) =>
    Object.entries(kind.view ?? {}).map(([role, view]) => {
      const whole: object = samples[kind.name]?.(new Marker('page')) ?? {};
      const part = new Map(Object.entries(view(whole)));
      const changes = Object.entries(whole).flatMap(([field, value]) => {
        const left = part.get(field);
        if (JSON.stringify(left) === JSON.stringify(value)) return [];
        return [`\`${field}\` is ${left === null || left === undefined ? 'taken out' : 'shortened'}`];
      });
      return `\n- \`${kind.name}\` for a ${role}: ${changes.join(', ')}.`;
    }),
  );
}

function answer(asker: Asker, rule: (typeof routeRules)[string] | undefined): string {
  if (!rule) return '';
  const own = asker.roles.B.length > 0 && asker.roles.A.length === 0 ? 'B' : 'A';
  const [here, there] = [rule.must(asker, own), rule.must(asker, own === 'A' ? 'B' : 'A')];
  return here === there ? here : `${here} / ${there}`;
}

function table(head: readonly string[], body: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...body].map(line).join('\n');
}
