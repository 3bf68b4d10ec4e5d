import type { ErrorCode } from './protocol';

/**
 * The server said no, or could not be reached (`offline`). `retryAfter` in seconds where the server asked for
 * patience; `slow` where the answer did not come in time, so that less at once may get through.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly retryAfter = 0,
    readonly slow = false,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** The code of whatever was thrown; what is not a refusal is a fault of ours and told as `server`. */
export function codeOf(problem: unknown): ErrorCode {
  return problem instanceof Refusal ? problem.code : 'server';
}
