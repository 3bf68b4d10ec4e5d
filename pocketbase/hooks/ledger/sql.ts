/** Where statements run: the app's connections, or the transaction that is open. */
export type Db = dbx.Builder;
type Params = { [name: string]: string | number };

/**
 * Reads rows. The statement selects one column named `row`, made by json_object or json_array: the whole
 * answer then crosses from Go to JavaScript as one text, which is many times faster than row by row.
 */
export function readRows<Row>(db: Db, sql: string, params: Params): Row[] {
  const answer = new DynamicModel({ json: '' });
  db.newQuery(`SELECT coalesce(json_group_array(json(row)), '[]') AS json FROM (${sql})`)
    .bind(params)
    .one(answer);
  return JSON.parse(answer.json) as Row[];
}

/** Runs one writing statement with bound parameters. */
export function run(db: Db, sql: string, params: Params): void {
  db.newQuery(sql).bind(params).execute();
}
