/**
 * The ledger: events numbered per house, a receipt for every row ever answered for, what was set aside,
 * the folded rows, and the epoch. Written by set-based SQL in pocketbase/hooks/ledger only.
 */
migrate(
  (app) => {
    const text = (name) => ({ name, type: 'text' });
    const whole = (name) => ({ name, type: 'number', onlyInt: true });
    const json = (name) => ({ name, type: 'json', maxSize: 2_000_000 });
    const eventId = {
      name: 'id',
      type: 'text',
      system: true,
      primaryKey: true,
      required: true,
      min: 32,
      max: 32,
      pattern: '^[a-z0-9]+$',
      autogeneratePattern: '[a-f0-9]{32}',
    };

    app.save(
      new Collection({
        type: 'base',
        name: 'events',
        fields: [
          eventId,
          ...['house', 'household', 'person', 'author', 'kind'].map(text),
          whole('v'),
          json('payload'),
          text('device'),
          whole('dseq'),
          text('occurred'), // by the device's clock
          text('sent_at'), // by the device's clock
          text('sender'), // the staff member or device whose token brought it
          text('hash'), // sha256 of the event's canonical JSON
          whole('seq'),
          whole('skew'), // ms: server's clock − sent_at
          text('created'), // by the server's clock
        ],
        indexes: [
          'CREATE UNIQUE INDEX events_house_seq ON events (house, seq)',
          'CREATE INDEX events_household ON events (household, house, seq)',
          'CREATE INDEX events_device ON events (device, dseq)',
        ],
      }),
    );

    app.save(
      new Collection({
        type: 'base',
        name: 'receipts',
        fields: [...['sender', 'device'].map(text), whole('dseq'), ...['event', 'status', 'why'].map(text)],
        indexes: ['CREATE UNIQUE INDEX receipts_once ON receipts (device, dseq)'],
      }),
    );

    app.save(
      new Collection({
        type: 'base',
        name: 'quarantine',
        fields: [
          ...['client', 'sender', 'house', 'event', 'hash', 'why'].map(text),
          json('row'), // as it was sent; where that is too long, the beginning of its text
          { name: 'truncated', type: 'bool' },
          ...['sent_at', 'at'].map(text),
        ],
        indexes: ['CREATE UNIQUE INDEX quarantine_once ON quarantine (client, hash)'],
      }),
    );

    app.save(
      new Collection({
        type: 'base',
        name: 'rows',
        fields: [...['house', 'tbl', 'key', 'grp'].map(text), json('data'), whole('seq')],
        indexes: [
          'CREATE UNIQUE INDEX rows_once ON rows (house, tbl, key)',
          'CREATE INDEX rows_group ON rows (house, tbl, grp)',
        ],
      }),
    );

    app.save(
      new Collection({
        type: 'base',
        name: 'meta',
        fields: [text('name'), text('value')],
        indexes: ['CREATE UNIQUE INDEX meta_name ON meta (name)'],
      }),
    );
    app
      .db()
      .newQuery("INSERT INTO meta (name, value) VALUES ('epoch', {:epoch})")
      .bind({ epoch: $security.randomStringWithAlphabet(32, '0123456789abcdef') })
      .execute();
  },
  (app) => {
    for (const name of ['meta', 'rows', 'quarantine', 'receipts', 'events']) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  },
);
