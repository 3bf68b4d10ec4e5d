/** What the hooks' engine has besides PocketBase's own bindings. */
declare const console: { log(...said: unknown[]): void; error(...said: unknown[]): void };
