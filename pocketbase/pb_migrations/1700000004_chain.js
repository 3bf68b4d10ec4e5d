/**
 * Each event also names the history it stands in: `chain` is the hash of the chain before it and of its own hash, house
 * by house. Two ledgers that agree on one link agree on everything before it, so a device can tell whether the server
 * is still the one that it knew.
 */
migrate(
  (app) => {
    const events = app.findCollectionByNameOrId('events');
    events.fields.add(new TextField({ name: 'chain' }));
    app.save(events);

    const rows = arrayOf(new DynamicModel({ id: '', house: '', hash: '' }));
    app.db().newQuery('SELECT id, house, hash FROM events ORDER BY house, seq').all(rows);
    let [house, chain] = ['', ''];
    for (const row of rows) {
      if (row.house !== house) [house, chain] = [row.house, ''];
      chain = $security.sha256(chain + row.hash).slice(0, 32);
      app
        .db()
        .newQuery('UPDATE events SET chain = {:chain} WHERE id = {:id}')
        .bind({ chain, id: row.id })
        .execute();
    }
  },
  (app) => {
    const events = app.findCollectionByNameOrId('events');
    events.fields.removeByName('chain');
    app.save(events);
  },
);
