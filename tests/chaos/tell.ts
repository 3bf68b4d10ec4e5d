import type { Device } from './device';
import type { Round } from './script';

/** A round as a sentence. */
export function tell(
  { turns, mishap, after, member, night, clock: set, parting }: Round,
  devices: readonly Device[],
): string {
  const each = devices.map(({ identity }, at) => {
    const { writes, line, crash, clock } = turns[at] ?? {};
    return `${identity.name} writes ${writes} on a ${line} line${crash ? ', loses power' : ''}${years(clock)}`;
  });
  return [
    ...(night ? ['the server is backed up'] : []),
    `server ${mishap} after ${after} ms${years(set)}`,
    ...(member ? [] : ['trainer of A is out']),
    ...(parting ? [`${devices[parting.kiosk]?.identity.name} is told: ${parting.does}`] : []),
    ...each,
  ].join('; ');
}

const years = (clock: number | undefined) =>
  clock === undefined ? '' : `, clock ${(clock / 31_536_000_000).toFixed(1)} years`;
