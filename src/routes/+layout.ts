// The app is one client: every screen must open with the server gone.
export const ssr = false;
export const prerender = false;
