/**
 * Where a device's clock was wrong, the server keeps beside the event when it happened (`happened`, ISO) and how sure that is
 * (`clock`: corrected or doubtful), see src/lib/ledger/moment.ts. Both are '' where `occurred` is believed, as it is of all
 * that is there already: nothing has to be written for it, and nothing folded anew.
 */
const names = ['happened', 'clock'];

migrate(
  (app) => {
    const events = app.findCollectionByNameOrId('events');
    for (const name of names) events.fields.add(new TextField({ name, max: 30 }));
    app.save(events);
  },
  (app) => {
    const events = app.findCollectionByNameOrId('events');
    for (const name of names) events.fields.removeByName(name);
    app.save(events);
  },
);
