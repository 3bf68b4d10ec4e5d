/**
 * Of a person who was erased the ledger keeps what is counted and names nobody: such events carry a mark, and are found
 * by their person. What staff wrote when they decided about something set aside may be taken out, and nothing else of it.
 */
const unchanged = `CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions`;
const refuse = `BEGIN SELECT RAISE(ABORT, 'what was set aside is kept'); END`;

migrate(
  (app) => {
    const run = (sql) => app.db().newQuery(sql).execute();
    const events = app.findCollectionByNameOrId('events');
    events.fields.add(new BoolField({ name: 'erased' }));
    events.indexes = [
      ...events.indexes,
      "CREATE INDEX events_person ON events (house, person) WHERE person != ''",
    ];
    app.save(events);

    const same = ['id', 'aside', 'act', 'actor', 'why', 'state', 'at'].map(
      (name) => `NEW.${name} IS OLD.${name}`,
    );
    run('DROP TRIGGER decisions_unchanged');
    run(`${unchanged} WHEN NOT (NEW.reason = '' AND ${same.join(' AND ')}) ${refuse}`);
  },
  (app) => {
    const run = (sql) => app.db().newQuery(sql).execute();
    run('DROP TRIGGER decisions_unchanged');
    run(`${unchanged} ${refuse}`);
    const events = app.findCollectionByNameOrId('events');
    events.indexes = events.indexes.filter((sql) => !/events_person/.test(sql));
    events.fields.removeByName('erased');
    app.save(events);
  },
);
