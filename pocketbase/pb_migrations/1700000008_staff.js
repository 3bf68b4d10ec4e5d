/**
 * Staff are managed in the app: memberships end and are kept, with when they held; a password may be good once, to be
 * changed; an account may be closed; what was done to whom stays written down; and wrong tries are counted.
 */
migrate(
  (app) => {
    const text = (name) => ({ name, type: 'text' });
    const whole = (name) => ({ name, type: 'number', onlyInt: true });
    const id = {
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

    const staff = app.findCollectionByNameOrId('staff');
    staff.fields.add(
      new NumberField({ name: 'due', onlyInt: true }), // ms: until then the one-time password is good; 0: it is their own
      new BoolField({ name: 'closed' }),
    );
    app.save(staff);

    // Somebody may come back: only what holds now is there once.
    const memberships = app.findCollectionByNameOrId('memberships');
    memberships.fields.add(new TextField({ name: 'ended' })); // ISO, by the server's clock; '' while it holds
    memberships.indexes = [
      "CREATE UNIQUE INDEX memberships_once ON memberships (staff, house, role) WHERE ended = ''",
      'CREATE INDEX memberships_house ON memberships (house)',
    ];
    app.save(memberships);

    app.save(
      new Collection({
        type: 'base',
        name: 'staff_acts',
        // `house` is '' for what concerns an account wherever it works; `actor` is '' for the operator's commands.
        fields: [id, ...['house', 'actor', 'act', 'whom', 'role', 'former', 'at'].map(text)],
        indexes: [
          'CREATE INDEX staff_acts_house ON staff_acts (house, at)',
          'CREATE INDEX staff_acts_whom ON staff_acts (whom, at)',
        ],
      }),
    );
    for (const [name, when] of [
      ['kept', 'UPDATE'],
      ['stays', 'DELETE'],
    ]) {
      app
        .db()
        .newQuery(
          `CREATE TRIGGER staff_acts_${name} BEFORE ${when} ON staff_acts
           BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END`,
        )
        .execute();
    }

    app.save(
      new Collection({
        type: 'base',
        name: 'lockouts',
        fields: [id, ...['failures', 'last', 'until'].map(whole)], // the id is a hash of what is guessed at; the others ms
        indexes: ['CREATE INDEX lockouts_last ON lockouts (last)'],
      }),
    );

    // Accounts and devices are shut one by one, so a house behind one address needs room for all of its people: this
    // only bounds what checking passwords (40 ms each) may cost.
    const settings = app.settings();
    const { rules } = JSON.parse(JSON.stringify(settings.rateLimits));
    const signIn = (rule) => rule.label === 'POST /api/v1/sign-in';
    settings.rateLimits.rules = [
      ...rules.filter((rule) => !signIn(rule)),
      { label: 'POST /api/v1/sign-in', audience: '', duration: 60, maxRequests: 120 },
      { label: 'POST /api/v1/me/password', audience: '', duration: 60, maxRequests: 60 },
    ];
    app.save(settings);
  },
  (app) => {
    for (const name of ['lockouts', 'staff_acts']) app.delete(app.findCollectionByNameOrId(name));
    const memberships = app.findCollectionByNameOrId('memberships');
    app.db().newQuery("DELETE FROM memberships WHERE ended != ''").execute();
    memberships.fields.removeByName('ended');
    memberships.indexes = ['CREATE UNIQUE INDEX memberships_once ON memberships (staff, house, role)'];
    app.save(memberships);
    const staff = app.findCollectionByNameOrId('staff');
    for (const name of ['due', 'closed']) staff.fields.removeByName(name);
    app.save(staff);
  },
);
