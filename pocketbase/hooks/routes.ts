import { cards } from './api/cards';
import { carry } from './api/carry';
import { aside, decideAside } from './api/aside';
import { beat } from './api/beat';
import { boardOfClass, boardOfTheHouse } from './api/boards';
import { challenge, deviceToken } from './api/device-token';
import { changeDevice, devices } from './api/devices';
import { fleet, fleetLink, fleetSeen } from './api/fleet';
import { left } from './api/left';
import { me } from './api/me';
import { changePassword, signOutEverywhere } from './api/own-account';
import { pair } from './api/pair';
import { pairCodes } from './api/pair-codes';
import { pull } from './api/pull';
import { push } from './api/push';
import { signIn } from './api/sign-in';
import { changeStaffOf, staff } from './api/staff';
import { files } from './files/serve';

/** Every way into the server, in one table; the build writes a line of main.pb.js from each. */
export const routes = [
  { method: 'POST', path: '/api/v1/sign-in', handler: signIn },
  { method: 'GET', path: '/api/v1/me', handler: me },
  { method: 'POST', path: '/api/v1/me/password', handler: changePassword },
  { method: 'POST', path: '/api/v1/me/sign-out', handler: signOutEverywhere },
  { method: 'GET', path: '/api/v1/staff', handler: staff },
  { method: 'POST', path: '/api/v1/staff', handler: changeStaffOf },
  { method: 'POST', path: '/api/v1/pair-codes', handler: pairCodes },
  { method: 'POST', path: '/api/v1/pair', handler: pair },
  { method: 'GET', path: '/api/v1/devices', handler: devices },
  { method: 'POST', path: '/api/v1/devices', handler: changeDevice },
  { method: 'POST', path: '/api/v1/devices/challenge', handler: challenge },
  { method: 'POST', path: '/api/v1/devices/token', handler: deviceToken },
  { method: 'POST', path: '/api/v1/devices/left', handler: left },
  { method: 'POST', path: '/api/v1/devices/beat', handler: beat },
  { method: 'GET', path: '/api/v1/fleet', handler: fleet },
  { method: 'GET', path: '/api/v1/fleet/link', handler: fleetLink },
  { method: 'POST', path: '/api/v1/fleet/seen', handler: fleetSeen },
  { method: 'POST', path: '/api/v1/cards', handler: cards },
  { method: 'POST', path: '/api/v1/sync/push', handler: push },
  { method: 'GET', path: '/api/v1/sync/pull', handler: pull },
  { method: 'POST', path: '/api/v1/sync/carry', handler: carry },
  { method: 'GET', path: '/api/v1/aside', handler: aside },
  { method: 'POST', path: '/api/v1/aside/decide', handler: decideAside },
  { method: 'GET', path: '/api/v1/boards/class', handler: boardOfClass },
  { method: 'GET', path: '/api/v1/boards/house', handler: boardOfTheHouse },
  { method: 'GET', path: '/{path...}', handler: files },
];
