import type { Mark } from '$lib/ledger/event';
import { holdings } from '../backup/holdings';
import { makeBackup } from '../backup/make';
import { demo } from '../demo/command';
import { recount } from '../ledger/count';
import { writeThrough } from '../ledger/durable';
import { epochOf, newEpoch } from '../ledger/epoch';
import { backups } from './backups';
import { Complaint } from './complaint';
import { addHouse, listHouses } from './houses';
import { pairCode } from './pair-code';
import { addStaff, resetPassword } from './staff';

/** The commands that Nhà Số adds to PocketBase's own. Each prints one line of JSON. */
export function addCommands(): void {
  add('demo', 'Makes or tops up the made-up demo data', () => demo());
  add('add-house <name>', 'Makes a house', (name) => addHouse($app, name));
  add('list-houses', 'Lists the houses and who works there', () => listHouses($app));
  add(
    'add-staff <username> <name> <role> <house>',
    'Gives somebody a role in a house; an account that is not there yet is made, with a password told once',
    (username, name, role, house) => addStaff($app, { username, name, role, house }),
  );
  add(
    'reset-password <username>',
    'Gives an account a new password; its tokens are void at once',
    (username) => resetPassword($app, username),
  );
  add('pair-code <house> [minutes]', 'Makes a one-time pairing code of a house', (house, minutes) =>
    pairCode($app, house, minutes),
  );
  add('recount', 'Counts the figures of all boards anew from the folded rows', () => {
    $app.runInTransaction((tx) => recount(tx.db()));
    return { recounted: true };
  });
  add('backup', 'Makes a backup now and tries it', () => makeBackup($app));
  add('backups [keep]', 'Lists the backups; a number says how many are kept', (keep) => backups($app, keep));
  add('try-copy <marks>', 'Looks through a data folder that was unpacked from a backup', (marks) =>
    holdings($app, JSON.parse(marks) as Record<string, Mark>),
  );
  add('restored', 'To be said after restoring a backup: devices then push everything again', () => {
    newEpoch($app);
    return { epoch: epochOf($app) };
  });
}

/** Adds a command; `act` is called with as many words as its use has `<needed>`, and up to as many `[more]`. */
function add(use: string, short: string, act: (...args: string[]) => unknown): void {
  $app.rootCmd?.addCommand(
    new Command({
      use,
      short,
      run: (command: cobra.Command, args: string[]) => {
        try {
          expectWords(use, args.length);
          $app.runAllMigrations();
          writeThrough($app); // what is said to be done stays done, whatever happens to the power
          command.outOrStdout().write(toBytes(`${JSON.stringify(act(...args))}\n`));
        } catch (error) {
          console.error(error instanceof Complaint ? error.message : String(error));
          $os.exit(1);
        }
      },
    }),
  );
}

function expectWords(use: string, given: number): void {
  const needed = use.split('<').length - 1;
  if (given >= needed && given <= needed + use.split('[').length - 1) return;
  throw new Complaint(
    `Lệnh này viết như sau: ${use}. Tên có dấu cách cần đặt trong ngoặc kép.`,
    `This command is written: ${use}. A name with spaces needs quotation marks.`,
  );
}
