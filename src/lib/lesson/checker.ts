// Everything that `npm run lessons` runs, as one module for the command to load.
export { lockFile, released } from '$lib/content/lock';
export { readFiles } from '$lib/content/read-files';
export { mutations } from './mutations';
export { prove } from './prove';
export { reportJson } from './report';
export { reportText } from './report-text';
