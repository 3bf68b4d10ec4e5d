import en from '../../../content/words/en/errors.json';
import vi from '../../../content/words/vi/errors.json';
import type { ErrorCode, ErrorResponse } from '$lib/sync/protocol';
import { reply } from './reply';

const sentences: { [lang: string]: { [code in ErrorCode]: string } } = { vi, en };

const statuses: { [code in ErrorCode]: number } = {
  offline: 503, // said by clients only
  'bad-request': 400,
  'too-large': 413,
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'too-many': 429,
  'wrong-code': 400,
  revoked: 403,
  leaving: 403,
  'change-password': 403,
  'weak-password': 400,
  'name-taken': 409,
  'last-coordinator': 409,
  server: 500,
};

/** Thrown by a route to refuse a request with one of the closed set of codes. */
export class Refusal extends Error {
  /** `retryAfter`: seconds to wait, where it is too many tries. */
  constructor(
    readonly code: ErrorCode,
    readonly retryAfter = 60,
  ) {
    super(code);
  }
}

/** Answers with a code and its sentence, in the language that the request prefers; Vietnamese otherwise. */
export function refuse(e: core.RequestEvent, code: ErrorCode, retryAfter = 60): void {
  const message =
    sentences[preferredLanguage(e.request?.header.get('Accept-Language') ?? '')]?.[code] ?? code;
  const body: ErrorResponse = { error: { code, message } };
  if (code === 'too-many') e.response.header().set('Retry-After', String(retryAfter));
  reply(e, statuses[code], body);
}

/** The code that an HTTP status of PocketBase itself stands for. */
export function codeForStatus(status: number): ErrorCode {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404 || status === 405) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  return status >= 400 && status < 500 ? 'bad-request' : 'server';
}

/** The first of our languages by weight in an Accept-Language header; `vi` where none is named. */
function preferredLanguage(header: string): 'vi' | 'en' {
  let best: 'vi' | 'en' = 'vi';
  let bestWeight = 0;
  for (const part of header.split(',').slice(0, 20)) {
    const [range = '', ...params] = part.trim().toLowerCase().split(';');
    const quality = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
    const weight = quality ? Number(quality.slice(2)) : 1;
    const lang = range.split('-')[0];
    if ((lang === 'vi' || lang === 'en') && weight > bestWeight) {
      best = lang;
      bestWeight = weight;
    }
  }
  return best;
}
