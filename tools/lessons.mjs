import { parseArgs } from 'node:util';
import { begin, beginPoster } from './lessons/begin.mjs';
import { mutate } from './lessons/mutate.mjs';
import { walkAsNovice } from './lessons/novice.mjs';
import { release } from './lessons/release.mjs';
import { report } from './lessons/report.mjs';
import { writeSchemas } from './lessons/schema.mjs';
import { makePlaces } from './lessons/words.mjs';
import { say } from './say.mjs';

// `npm run lessons`: proves all content. What else it does stands in `help`.

const help = `npm run lessons: proves every lesson and practice app, and says what is wrong: file, line, rule, remedy.

  npm run lessons -- [option]

  --new <id>    begins a lesson: a small one that passes, in content/lessons/<id>, for you to change;
                with --app <id> it practises in that app, which is begun too where it is not there
  --new-app <id> begins a practice app, and <id>-lesson, a first lesson in it
  --new-poster <id> begins a poster for the screens of houses, in content/posters/<id>
  --words <id>  puts vi.yaml and en.yaml of a lesson or app in order: an empty place for each text that is missing,
                and what nothing shows is taken out and printed
  --json        the report as JSON, with counts for each lesson and app
  --release     writes content/lock.json: all content, or the lessons and apps named behind it, is out from now on
  --schema      writes content/schema, by which editors complete and check, the line that names it into each file,
                and what docs/authors.md says of each kind of step and widget
  --voices      looks at the clips too: none missing, out of date or of no use
  --mutations   proves the checker: breaks good content in every known way, and says which rule caught it
  --novice      sends made-up residents through every lesson who err, hesitate, ask, turn back and leave;
                --residents <n> how many (100), --seed <n> the first one's seed (1)
  --help        this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    new: { type: 'string' },
    'new-app': { type: 'string' },
    'new-poster': { type: 'string' },
    app: { type: 'string' },
    words: { type: 'string' },
    json: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
    schema: { type: 'boolean', default: false },
    voices: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
    novice: { type: 'boolean', default: false },
    residents: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

const today = new Date().toISOString().slice(0, 10);
if (values.help) say(help);
else if (values.release) process.exitCode = await release(today, positionals);
else if (values.new !== undefined) process.exitCode = await begin(values.new, values.app);
else if (values['new-app'] !== undefined)
  process.exitCode = await begin(`${values['new-app']}-lesson`, values['new-app']);
else if (values['new-poster'] !== undefined) process.exitCode = await beginPoster(values['new-poster']);
else if (values.words !== undefined) process.exitCode = await makePlaces(values.words);
else if (values.schema) process.exitCode = await writeSchemas();
else if (values.novice)
  process.exitCode = await walkAsNovice(today, Number(values.residents), Number(values.seed));
else if (values.mutations) process.exitCode = await mutate(today);
else process.exitCode = await report(today, values);
