/**
 * How kiosks are: the last beat of each, the quality of their lines hour by hour, and what somebody has to look at. None of it
 * is about a person, and none of it is in the ledger.
 */
migrate(
  (app) => {
    const text = (name) => ({ name, type: 'text' });
    const whole = (name) => ({ name, type: 'number', onlyInt: true });
    const json = (name) => ({ name, type: 'json', maxSize: 20_000 });
    const save = (name, fields, indexes) => app.save(new Collection({ type: 'base', name, fields, indexes }));

    save(
      'beats',
      [
        ...['device', 'house'].map(text),
        whole('at'), // ms, by the server's clock
        json('told'),
        ...['since', 'n'].map(whole), // so many since then (ms): more than some a minute are refused
      ],
      ['CREATE UNIQUE INDEX beats_device ON beats (device)', 'CREATE INDEX beats_house ON beats (house)'],
    );
    save(
      'links',
      [
        ...['house', 'device'].map(text),
        ...['hour', 'beats', 'failures'].map(whole), // hours since 1970, by the server's clock
        ...['rtt', 'speed'].map(json), // counts by classes, see src/lib/fleet/spread.ts
      ],
      [
        'CREATE UNIQUE INDEX links_once ON links (house, device, hour)',
        'CREATE INDEX links_hour ON links (hour)',
      ],
    );
    save(
      'alerts',
      // `house` and `device` are '' where it is about the server; `since`, `until` and `seenAt` are ISO, '' is not yet.
      ['house', 'device', 'code', 'since', 'until', 'seenBy', 'seenAt'].map(text),
      [
        "CREATE UNIQUE INDEX alerts_once ON alerts (house, device, code) WHERE until = ''",
        'CREATE INDEX alerts_house ON alerts (house, since)',
      ],
    );
  },
  (app) => {
    for (const name of ['alerts', 'links', 'beats']) app.delete(app.findCollectionByNameOrId(name));
  },
);
