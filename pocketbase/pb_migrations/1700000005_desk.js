/**
 * Every row that was set aside stands somewhere: it waits, it is in the ledger, or somebody left it out with a reason.
 * Each decision is written down beside it and stays. Neither a row nor a decision can be deleted, whoever tries.
 */
migrate(
  (app) => {
    const run = (sql) => app.db().newQuery(sql).execute();

    const quarantine = app.findCollectionByNameOrId('quarantine');
    quarantine.fields.add(
      new TextField({ name: 'desk' }), // the house whose desk it lies on; '' where no house can be told
      new TextField({ name: 'state' }), // open, taken, discarded
    );
    quarantine.indexes = [
      ...quarantine.indexes,
      'CREATE INDEX quarantine_desk ON quarantine (desk, state, at, id)',
      'CREATE INDEX quarantine_event ON quarantine (event)',
    ];
    app.save(quarantine);
    run(`UPDATE quarantine SET state = 'open', desk = coalesce(
      (SELECT h.id FROM houses h WHERE h.id = quarantine.house),
      (SELECT d.house FROM devices d WHERE d.id = quarantine.sender),
      (SELECT m.house FROM memberships m WHERE m.staff = quarantine.sender ORDER BY m.created, m.id LIMIT 1),
      (SELECT d.house FROM devices d WHERE d.id = quarantine.client),
      (SELECT e.house FROM events e WHERE e.device = quarantine.client ORDER BY e.dseq DESC LIMIT 1),
      '')`);

    const text = (name) => ({ name, type: 'text' });
    app.save(
      new Collection({
        type: 'base',
        name: 'decisions',
        fields: [
          text('aside'), // the row that was set aside
          text('act'), // retry, vouch, discard, reopen; `sent` where its device sent it again and it was taken
          text('actor'), // the member of staff who decided, or who sent it again
          text('reason'),
          text('why'), // for what it lay aside before
          text('state'), // how it stands since
          text('at'), // by the server's clock
        ],
        indexes: ['CREATE INDEX decisions_aside ON decisions (aside, at)'],
      }),
    );

    const keep = (name, when) =>
      run(
        `CREATE TRIGGER ${name} BEFORE ${when} BEGIN SELECT RAISE(ABORT, 'what was set aside is kept'); END`,
      );
    keep('quarantine_kept', 'DELETE ON quarantine');
    keep('decisions_kept', 'DELETE ON decisions');
    keep('decisions_unchanged', 'UPDATE ON decisions');
  },
  (app) => {
    const run = (sql) => app.db().newQuery(sql).execute();
    for (const name of ['quarantine_kept', 'decisions_kept', 'decisions_unchanged'])
      run(`DROP TRIGGER IF EXISTS ${name}`);
    app.delete(app.findCollectionByNameOrId('decisions'));
    const quarantine = app.findCollectionByNameOrId('quarantine');
    quarantine.indexes = quarantine.indexes.filter((sql) => /quarantine_once/.test(sql));
    for (const name of ['desk', 'state']) quarantine.fields.removeByName(name);
    app.save(quarantine);
  },
);
