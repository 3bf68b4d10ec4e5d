import { demo } from '../demo/command';
import { codeMinutes, mintCode } from '../api/codes';
import { epochOf, newEpoch } from '../ledger/epoch';

/** The commands that Nhà Số adds to PocketBase's own. Each prints one line of JSON. */
export function addCommands(): void {
  add('demo', 'Makes or tops up the made-up demo data', () => demo());
  add('pair-code <house> [minutes]', 'Makes a one-time pairing code of a house', (house, minutes) => {
    return mintCode($app, house ?? '', Number(minutes ?? codeMinutes));
  });
  add('restored', 'To be said after restoring a backup: devices then push everything again', () => {
    newEpoch($app);
    return { epoch: epochOf($app) };
  });
}

function add(use: string, short: string, act: (...args: string[]) => unknown): void {
  $app.rootCmd?.addCommand(
    new Command({
      use,
      short,
      run: (command: cobra.Command, args: string[]) => {
        try {
          command.outOrStdout().write(toBytes(`${JSON.stringify(act(...args))}\n`));
        } catch (error) {
          console.error(String(error));
          $os.exit(1);
        }
      },
    }),
  );
}
