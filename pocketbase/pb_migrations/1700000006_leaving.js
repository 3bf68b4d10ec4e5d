/**
 * A device has a name that staff gave it, a moment when it was last heard of, and may be told to leave: then it hands
 * over what it holds, forgets it, and says that it is gone.
 */
migrate(
  (app) => {
    const devices = app.findCollectionByNameOrId('devices');
    devices.fields.add(
      new TextField({ name: 'name', max: 60 }),
      new BoolField({ name: 'leaving' }),
      new TextField({ name: 'seen' }), // ISO, by the server's clock
    );
    app.save(devices);
  },
  (app) => {
    const devices = app.findCollectionByNameOrId('devices');
    for (const name of ['name', 'leaving', 'seen']) devices.fields.removeByName(name);
    app.save(devices);
  },
);
