/** The account of a member of staff by its username, or null where there is none. */
export function accountOf(app: CoreApp, username: string): core.Record | null {
  try {
    return app.findFirstRecordByData('staff', 'username', username);
  } catch {
    return null; // no such row
  }
}
