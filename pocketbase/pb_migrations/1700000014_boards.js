/**
 * What boards show costs the same whatever the history: figures are kept beside the folded rows (`tallies`, see
 * src/lib/ledger/tallies.ts), and what is read of the last weeks only is found by its moment.
 */
const held = "coalesce(data->>'starts', data->>'opened', data->>'closed')";
const indexes = {
  rows_learned: "(house, data->>'last', grp) WHERE tbl = 'progress'",
  rows_attended: "(house, data->>'at', data->>'status', data->>'person') WHERE tbl = 'attendance'",
  rows_held: `(house, ${held}) WHERE tbl = 'classes'`,
  rows_claimed: "(house, data->>'person') WHERE tbl = 'claims'",
};

migrate(
  (app) => {
    const text = (name) => ({ name, type: 'text' });
    app.save(
      new Collection({
        type: 'base',
        name: 'tallies',
        fields: [...['house', 'name', 'key'].map(text), { name: 'n', type: 'number', onlyInt: true }],
        indexes: ['CREATE UNIQUE INDEX tallies_once ON tallies (house, name, key)'],
      }),
    );
    const run = (sql) => app.db().newQuery(sql).execute();
    // PocketBase's own list of indexes knows columns only.
    for (const [name, of] of Object.entries(indexes)) run(`CREATE INDEX ${name} ON rows ${of}`);

    const count = (name, table, key, n) =>
      run(`INSERT INTO tallies (house, name, key, n)
        SELECT house, '${name}', ${key}, sum(${n}) FROM rows WHERE tbl = '${table}' GROUP BY 1, 3 HAVING sum(${n}) != 0`);
    count('people', 'people', "''", '1');
    count('attendance', 'attendance', "(data->>'session') || '|' || (data->>'status')", '1');
    count('finished', 'progress', "data->>'lesson'", "data->>'finished'");
    count('passed', 'progress', "data->>'lesson'", "data->>'passed'");
  },
  (app) => {
    for (const name of Object.keys(indexes)) app.db().newQuery(`DROP INDEX IF EXISTS ${name}`).execute();
    app.delete(app.findCollectionByNameOrId('tallies'));
  },
);
