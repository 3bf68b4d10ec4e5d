/**
 * Answers with JSON. PocketBase's own `e.json` lets a query (`?fields=`) choose what is answered, and a query that it
 * cannot read spoils an answer whose status and whose work are done.
 */
export function reply(e: core.RequestEvent, status: number, body: unknown): void {
  replyText(e, status, JSON.stringify(body));
}

/** The same with what is JSON already. */
export function replyText(e: core.RequestEvent, status: number, json: string): void {
  e.blob(status, 'application/json; charset=utf-8', json);
}
