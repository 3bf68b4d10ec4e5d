import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from '../support/server';

/** What a processor worked for a server up to now, in ms: unlike time it does not grow when others use the machine too. */
export function cpuOf({ dataDir }: Pick<Server, 'dataDir'>): number {
  for (const process of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0');
      if (!command.includes(`--dir=${dataDir}`) || !command.includes('serve')) continue;
      const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of 1/100 s, as on every Linux
    } catch {
      continue; // it has ended meanwhile
    }
  }
  return NaN;
}
