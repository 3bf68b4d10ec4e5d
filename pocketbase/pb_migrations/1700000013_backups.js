/**
 * Which backups were made, whether each was tried and found whole, and how far it holds each house: the watermark up to
 * which devices may let go of what they wrote.
 */
migrate(
  (app) => {
    const text = (name) => ({ name, type: 'text' });
    const whole = (name) => ({ name, type: 'number', onlyInt: true });
    app.save(
      new Collection({
        type: 'base',
        name: 'backups',
        fields: [
          text('file'), // its name in the folder `backups`
          ...['began', 'finished'].map(text), // ISO, by the server's clock
          text('state'), // good, bad, untried
          text('why'), // what is wrong with it, '' where it is good
          whole('size'), // bytes
          whole('events'), // in all houses
          { name: 'houses', type: 'json', maxSize: 2_000_000 }, // {house: seq}, taken before the copy began
        ],
        indexes: ['CREATE UNIQUE INDEX backups_file ON backups (file)'],
      }),
    );
  },
  (app) => app.delete(app.findCollectionByNameOrId('backups')),
);
