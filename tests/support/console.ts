import type { Page } from '@playwright/test';

/** What a browser complains about, in its console or by an error nobody caught. */
export interface Complaints {
  /** Of what a page did. */
  page: string[];
  /** Of a header that the server sent with it, once for every document. */
  headers: string[];
}

/** Everything that is complained about from now on. */
export function complaintsOf(page: Page): Complaints {
  const complaints: Complaints = { page: [], headers: [] };
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const { url } = message.location();
    const where = url === '' ? '' : ` · ${new URL(url).pathname}`;
    const ofHeader = / header: /.test(message.text()) && where === '';
    complaints[ofHeader ? 'headers' : 'page'].push(message.text() + where);
  });
  page.on('pageerror', (error) => complaints.page.push(error.message));
  return complaints;
}
