/**
 * The secret half of the key to which devices seal for this server (pocketbase/hooks/sealing/key.ts), in `meta`. It is made
 * here, before any device can be told of it, so that every backup has it; and it is never made anew. 255 random bits: below
 * the order of P-256, and not 0.
 *
 * A part of a carried file may take half a second of work (20 keys): so many a minute are six thousand events.
 */
const label = 'POST /api/v1/sync/carry';

migrate(
  (app) => {
    const secret =
      $security.randomStringWithAlphabet(1, '1234567') +
      $security.randomStringWithAlphabet(63, '0123456789abcdef');
    app
      .db()
      .newQuery(
        "INSERT INTO meta (name, value) VALUES ('sealing-key', {:secret}) ON CONFLICT (name) DO NOTHING",
      )
      .bind({ secret })
      .execute();
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules));
    rules.push({ label, audience: '', duration: 60, maxRequests: 60 });
    unmarshal({ rateLimits: { rules } }, settings);
    app.save(settings);
  },
  (app) => {
    // The key stays: what was sealed must still be opened when this comes again.
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules)).filter(
      (rule) => rule.label !== label,
    );
    unmarshal({ rateLimits: { rules } }, settings);
    app.save(settings);
  },
);
