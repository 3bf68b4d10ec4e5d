// Everything that `npm run lessons` runs, as one module for the command to load.
export { filled } from '$lib/content/fill-words';
export { jsonSchemas, schemaFolder } from '$lib/content/json-schema';
export { pages, withKinds } from '$lib/content/kinds/pages';
export { lockFile, released } from '$lib/content/lock';
export { parseContent } from '$lib/content/parse';
export { readFiles, readTemplates } from '$lib/content/read-files';
export { languages } from '$lib/content/schema/words';
export { schemaLine } from '$lib/content/schema-line';
export { begun, begunPoster } from '$lib/content/template';
export { withClips } from './clips';
export { mutations } from './mutations';
export { passages } from './novice/passages';
export { prove } from './prove';
export { reportJson } from './report';
export { reportText } from './report-text';
export { readVoice, voicedLanguages, voiceFaults } from '$lib/narration/voice';
