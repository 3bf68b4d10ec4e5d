/** Where statements run: the app's connections, or the transaction that is open. */
export type Db = dbx.Builder;
type Params = { [name: string]: string | number };

/**
 * Reads rows. The statement selects one column named `row`, made by json_object or json_array: the whole
 * answer then crosses from Go to JavaScript as one text, which is many times faster than row by row.
 */
export function readRows<Row>(db: Db, sql: string, params: Params): Row[] {
  return JSON.parse(readText(db, sql, params)) as Row[];
}

/** The same as the text of a JSON array, for what is only handed on. */
export function readText(db: Db, sql: string, params: Params): string {
  const answer = new DynamicModel({ json: '' });
  // Each `row` is JSON already: json_group_array would take it apart and write it down anew.
  db.newQuery(`SELECT '[' || coalesce(group_concat(row, ','), '') || ']' AS json FROM (${sql})`)
    .bind(params)
    .one(answer);
  return answer.json;
}

/** Runs one writing statement with bound parameters. */
export function run(db: Db, sql: string, params: Params): void {
  db.newQuery(sql).bind(params).execute();
}
