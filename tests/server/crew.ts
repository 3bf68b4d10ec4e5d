import type { ErrorResponse, FirstSignInResponse } from '$lib/sync/protocol';
import type { StaffChange, StaffChangeResponse, StaffPerson, StaffResponse } from '$lib/sync/staff';
import { ask } from './api';
import { newId, type World } from './world';

/** A change as a test says it: the house is the crew's own where none is named. */
type Change = StaffChange extends infer One ? (One extends unknown ? Omit<One, 'house'> : never) : never;

/** The staff of a house, as one of its coordinators manages them; `token` and `house` are the coordinator's own where none is said. */
export class Crew {
  constructor(
    private readonly world: World,
    readonly token = world.coordinator.token,
    readonly house = world.houseA,
  ) {}

  /** Asks who there is and what was done. */
  look(query = '') {
    return ask<StaffResponse & ErrorResponse>(`${this.world.url}/api/v1/staff?house=${this.house}${query}`, {
      token: this.token,
    });
  }

  change(change: Change) {
    return ask<StaffChangeResponse & ErrorResponse>(`${this.world.url}/api/v1/staff`, {
      token: this.token,
      body: { house: this.house, ...change },
    });
  }

  /** `ok`, or the code of the refusal. */
  async outcome(change: Change): Promise<string> {
    const { status, body } = await this.change(change);
    return status === 200 ? 'ok' : body.error.code;
  }

  /** Somebody in the list; throws where they are not. */
  async person(username: string): Promise<StaffPerson> {
    const { body } = await this.look();
    const found = body.people.find((one) => one.username === username);
    if (!found) throw new Error(`${username} is not in the list`);
    return found;
  }
}

/** Changes a password as the person does it whose token it is. */
export function changePassword(url: string, token: string, old: string, chosen: string, device = newId()) {
  return ask<FirstSignInResponse & ErrorResponse>(`${url}/api/v1/me/password`, {
    token,
    body: { old, new: chosen, device },
  });
}

/** Tries to come in by the door. */
export function knock(url: string, username: string, password: string) {
  return ask<FirstSignInResponse & ErrorResponse>(`${url}/api/v1/sign-in`, { body: { username, password } });
}

/** What a token opens: `ok`, or the code of the refusal. */
export async function opens(url: string, token: string, house: string): Promise<string> {
  const { status, body } = await ask<ErrorResponse>(`${url}/api/v1/sync/pull?house=${house}`, { token });
  return status === 200 ? 'ok' : body.error.code;
}
