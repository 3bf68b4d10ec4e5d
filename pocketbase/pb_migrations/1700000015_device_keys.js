/**
 * A device has a key pair of its own: the public half lies in its row, and a signature by the other gets it a new token.
 * So tokens of devices live 30 days instead of 400. One that was paired before has no key; its token lives on, and once it
 * has run out the device is paired again.
 */
const day = 86400;
/** A try costs the server the work of checking a signature; a challenge costs next to nothing. */
const limits = [
  { label: 'POST /api/v1/devices/challenge', audience: '', duration: 60, maxRequests: 120 },
  { label: 'POST /api/v1/devices/token', audience: '', duration: 60, maxRequests: 60 },
];

migrate(
  (app) => {
    const devices = app.findCollectionByNameOrId('devices');
    devices.fields.add(new TextField({ name: 'publicKey', max: 130, hidden: true })); // '' where it has none
    devices.authToken.duration = 30 * day;
    app.save(devices);
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules));
    unmarshal({ rateLimits: { rules: [...rules, ...limits] } }, settings);
    app.save(settings);
  },
  (app) => {
    const devices = app.findCollectionByNameOrId('devices');
    devices.fields.removeByName('publicKey');
    devices.authToken.duration = 400 * day;
    app.save(devices);
    const settings = app.settings();
    const labels = limits.map(({ label }) => label);
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules)).filter(
      (rule) => !labels.includes(rule.label),
    );
    unmarshal({ rateLimits: { rules } }, settings);
    app.save(settings);
  },
);
