/**
 * Houses, the staff who work there, the devices that stand there. Every rule is null: the routes of
 * pocketbase/hooks are the only way in.
 */
migrate(
  (app) => {
    // Ids of 32 lowercase hex digits; another pattern would turn each create into a full scan.
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
    const created = { name: 'created', type: 'autodate', onCreate: true };
    const day = 86400;

    const houses = new Collection({
      type: 'base',
      name: 'houses',
      fields: [
        id,
        { name: 'name', type: 'text', required: true, max: 200 },
        { name: 'seq', type: 'number', onlyInt: true, min: 0 }, // the number of the house's last event
        created,
      ],
    });
    app.save(houses);

    const relation = (collection) => ({
      type: 'relation',
      collectionId: collection.id,
      required: true,
      maxSelect: 1,
      cascadeDelete: true,
    });
    const closedAuth = {
      authRule: null,
      manageRule: null,
      passwordAuth: { enabled: false, identityFields: ['email'] },
      oauth2: { enabled: false },
      otp: { enabled: false },
      mfa: { enabled: false },
      authAlert: { enabled: false },
    };

    const staff = new Collection({
      type: 'auth',
      name: 'staff',
      ...closedAuth,
      authToken: { duration: 30 * day },
      fields: [
        id,
        { name: 'email', type: 'email', system: true, required: false },
        { name: 'username', type: 'text', required: true, max: 60, pattern: '^[a-z0-9][a-z0-9._-]*$' },
        { name: 'name', type: 'text', required: true, max: 80 },
        { name: 'demo', type: 'bool' },
        created,
      ],
      indexes: ['CREATE UNIQUE INDEX staff_username ON staff (username)'],
    });
    app.save(staff);
    staff.passwordAuth.identityFields = ['username'];
    app.save(staff);

    app.save(
      new Collection({
        type: 'base',
        name: 'memberships',
        fields: [
          id,
          { name: 'staff', ...relation(staff) },
          { name: 'house', ...relation(houses) },
          {
            name: 'role',
            type: 'select',
            required: true,
            maxSelect: 1,
            values: ['trainer', 'editor', 'approver', 'coordinator', 'installer'],
          },
          created,
        ],
        indexes: ['CREATE UNIQUE INDEX memberships_once ON memberships (staff, house, role)'],
      }),
    );

    app.save(
      new Collection({
        type: 'auth',
        name: 'devices',
        ...closedAuth,
        authToken: { duration: 400 * day },
        fields: [
          id,
          { name: 'email', type: 'email', system: true, required: false },
          { name: 'house', ...relation(houses) },
          { name: 'kind', type: 'select', required: true, maxSelect: 1, values: ['kiosk'] },
          { name: 'revoked', type: 'bool' },
          created,
        ],
        indexes: ['CREATE INDEX devices_house ON devices (house)'],
      }),
    );

    app.save(
      new Collection({
        type: 'base',
        name: 'pair_codes',
        fields: [
          id,
          { name: 'house', ...relation(houses) },
          { name: 'selector', type: 'text', required: true }, // the first characters, in clear, to find the code by
          { name: 'hash', type: 'text', required: true, hidden: true },
          { name: 'expires', type: 'number', onlyInt: true }, // ms since 1970
          { name: 'tries', type: 'number', onlyInt: true },
        ],
        indexes: ['CREATE UNIQUE INDEX pair_codes_selector ON pair_codes (selector)'],
      }),
    );
  },
  (app) => {
    for (const name of ['pair_codes', 'devices', 'memberships', 'staff', 'houses']) {
      app.delete(app.findCollectionByNameOrId(name));
    }
  },
);
