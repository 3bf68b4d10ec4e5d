import type { ErrorCode } from './protocol';

/** The server said no, or could not be reached (`offline`). `retryAfter` in seconds where the server asked for patience. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly retryAfter = 0,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** The code of whatever was thrown; what is not a refusal is a fault of ours and told as `server`. */
export function codeOf(problem: unknown): ErrorCode {
  return problem instanceof Refusal ? problem.code : 'server';
}
