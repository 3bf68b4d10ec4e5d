/**
 * Closes what PocketBase opens by default: the sample collection of users, the rules of its system
 * collections, the installer page, IP addresses in the log, and sign-in without a limit.
 */
migrate((app) => {
  app.delete(app.findCollectionByNameOrId('users'));

  for (const name of ['_authOrigins', '_externalAuths', '_mfas', '_otps']) {
    const collection = app.findCollectionByNameOrId(name);
    for (const rule of ['listRule', 'viewRule', 'createRule', 'updateRule', 'deleteRule']) {
      collection[rule] = null;
    }
    app.saveNoValidate(collection); // the rules of system collections pass no validation, whatever they say
  }

  const settings = app.settings();
  unmarshal(
    {
      meta: { appName: 'Nhà Số', hideControls: true },
      logs: { maxDays: 7, logIP: false, logAuthId: false },
      batch: { enabled: false },
      superuserIPs: ['127.0.0.1', '::1'],
      rateLimits: {
        enabled: true,
        rules: [
          // Passwords cost ~40 ms each to check: a minute of guessing must not stop the house.
          { label: 'POST /api/v1/sign-in', audience: '', duration: 60, maxRequests: 30 },
          { label: 'POST /api/v1/pair', audience: '', duration: 60, maxRequests: 20 },
          // A house behind one address: thirty tablets that each push every three seconds.
          { label: 'POST /api/v1/sync/push', audience: '', duration: 60, maxRequests: 600 },
          { label: '*:auth', audience: '', duration: 10, maxRequests: 5 },
        ],
      },
    },
    settings,
  );
  app.save(settings);

  // With a superuser in place the page that would let anybody make one stays shut. Nobody knows this
  // password; `pocketbase superuser upsert` on the machine itself makes one for daily use.
  const superuser = new Record(app.findCollectionByNameOrId('_superusers'));
  superuser.setEmail('closed@nhaso.invalid');
  superuser.setPassword($security.randomString(40));
  app.save(superuser);
});
