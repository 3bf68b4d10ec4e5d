/**
 * Signing a card costs ~20 ms of work: nobody asks for more classes in a minute than there are. The key that signs is
 * made when it is first needed (pocketbase/hooks/cards/keys.ts), and lies in `meta`.
 */
const label = 'POST /api/v1/cards';

migrate(
  (app) => {
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules));
    rules.push({ label, audience: '', duration: 60, maxRequests: 20 });
    unmarshal({ rateLimits: { rules } }, settings);
    app.save(settings);
  },
  (app) => {
    const settings = app.settings();
    const rules = JSON.parse(JSON.stringify(settings.rateLimits.rules)).filter(
      (rule) => rule.label !== label,
    );
    unmarshal({ rateLimits: { rules } }, settings);
    app.save(settings);
  },
);
