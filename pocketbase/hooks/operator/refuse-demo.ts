import { isLoopback } from '../api/loopback';
import { hasDemoAccounts } from './demo-accounts';

/**
 * Ends the program where it would serve demo accounts, whose password everybody knows, to other machines.
 * Asked when the app is ready and before it listens.
 */
export function refuseDemoBeyondLoopback(e: core.BootstrapEvent): void {
  e.next();
  const args = $os.args;
  if (!args.includes('serve') || !listensBeyond(args) || !hasDemoAccounts($app)) return;
  console.error(
    'Dữ liệu này có tài khoản dùng thử, nên máy chủ chỉ phục vụ tại 127.0.0.1. Hãy dùng một thư mục dữ liệu khác, không có tài khoản dùng thử.',
  );
  console.error(
    'This data folder holds demo accounts, so the server may listen on 127.0.0.1 only. Use another data folder, without demo accounts.',
  );
  $os.exit(1);
}

/** True where `serve` was told an address that other machines may reach; a domain name makes it listen everywhere. */
function listensBeyond(args: readonly string[]): boolean {
  const rest = args.slice(args.indexOf('serve') + 1);
  const addresses: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const arg = rest[index] ?? '';
    const flag = /^--?(https?)(=|$)/.exec(arg);
    if (flag) addresses.push(flag[2] === '=' ? arg.slice(flag[0].length) : (rest[++index] ?? ''));
    else if (!arg.startsWith('-')) return true;
  }
  return addresses.some((address) => !isLoopback(hostOf(address)));
}

function hostOf(address: string): string {
  return address.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');
}
