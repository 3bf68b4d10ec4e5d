/**
 * The secret half of the key to which devices seal for this server (pocketbase/hooks/sealing/key.ts), in `meta`. It is made
 * here, before any device can be told of it, so that every backup has it; and it is never made anew. 255 random bits: below
 * the order of P-256, and not 0.
 */
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
  },
  () => undefined, // what was sealed must still be opened when this comes again
);
