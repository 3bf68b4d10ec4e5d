import type { ErrorResponse, PullResponse, PushResponse, SignInResponse } from '$lib/sync/protocol';
import type { LedgerEvent } from '$lib/ledger/event';

/** An answer of the server: its status, its headers and its body as JSON where it is JSON. */
export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** What a request carries besides its address. */
export interface Sent {
  method?: string;
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
  headers?: Record<string, string>;
  /** How long an answer may take (ms). */
  patience?: number;
}

/** Asks the server; anything but JSON comes back as text, as does what has no body. */
export async function ask<Body = ErrorResponse>(address: string, sent: Sent = {}): Promise<Answer<Body>> {
  const content = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const answer = await fetch(address, {
    method: sent.method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(sent.token ? { Authorization: sent.token } : {}),
      ...sent.headers,
    },
    body: content,
    redirect: 'manual',
    signal: sent.patience === undefined ? null : AbortSignal.timeout(sent.patience),
  });
  const text = await answer.text();
  const json = answer.headers.get('Content-Type')?.startsWith('application/json');
  return {
    status: answer.status,
    headers: answer.headers,
    body: (json && text !== '' ? JSON.parse(text) : text) as Body,
  };
}

/** Signs a member of staff in and answers their token, or throws with the server's sentence. */
export async function signIn(url: string, username: string, password: string): Promise<SignInResponse> {
  const answer = await ask<SignInResponse & ErrorResponse>(`${url}/api/v1/sign-in`, {
    body: { username, password },
  });
  if (answer.status !== 200) throw new Error(answer.body.error.message);
  return answer.body;
}

/** Pushes rows as a client; throws unless the server takes the batch. */
export async function push(
  url: string,
  token: string,
  client: string,
  rows: (LedgerEvent | Record<string, unknown>)[],
): Promise<PushResponse> {
  const answer = await ask<PushResponse & ErrorResponse>(`${url}/api/v1/sync/push`, {
    token,
    body: { client, sentAt: new Date().toISOString(), rows },
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Pulls everything that the asker may see of a house. */
export async function pullAll(url: string, token: string, house: string, limit = 1000) {
  const events: PullResponse['events'] = [];
  let since = 0;
  for (;;) {
    const answer = await ask<PullResponse>(
      `${url}/api/v1/sync/pull?house=${house}&since=${since}&limit=${limit}`,
      { token },
    );
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    events.push(...answer.body.events);
    since = answer.body.next;
    if (!answer.body.more) return { events, next: since, epoch: answer.body.epoch };
  }
}
