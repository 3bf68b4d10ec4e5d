import { readRows, run, type Db } from './sql';

/** What the server knows of itself under this name: its epoch, its keys. */
export function known(db: Db, name: string): string | undefined {
  return readRows<{ value: string }>(
    db,
    `SELECT json_object('value', value) AS row FROM meta WHERE name = {:name}`,
    { name },
  )[0]?.value;
}

/** Writes it down, in the place of what was there. */
export function keep(db: Db, name: string, value: string): void {
  run(
    db,
    `INSERT INTO meta (name, value) VALUES ({:name}, {:value})
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    { name, value },
  );
}
