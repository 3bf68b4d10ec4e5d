import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runnerImport, type Plugin } from 'vite';

/** What the plugin needs of voice.ts, which reads modules by $lib and so is loaded, not imported. */
interface VoiceModule {
  listsIn: (root: string) => Promise<Record<string, Record<string, string>>>;
}

/** Hands out clips under /audio/<lang>/, in development from content/, in a build as files beside the page. */
export function clips(): Plugin {
  let root = process.cwd();
  return {
    name: 'nha-so:clips',
    configResolved(config) {
      root = config.root;
    },
    configureServer(server) {
      server.middlewares.use('/audio', (request, response, next) => {
        void answer(root, (request.url ?? '').split('?')[0] ?? '').then((found) => {
          if (!found) return next();
          response.setHeader('Content-Type', found.type);
          if (found.text !== undefined) response.end(found.text);
          else createReadStream(found.file).pipe(response);
        }, next);
      });
    },
    async writeBundle({ dir }) {
      if (this.environment.name === 'client' && dir) await writeClips(root, path.join(dir, 'audio'));
    },
  };
}

async function answer(
  root: string,
  url: string,
): Promise<{ type: string; file: string; text?: string } | null> {
  const [, lang = '', name = ''] = /^\/([a-z]{2})\/([a-z\d/.-]+)$/.exec(url) ?? [];
  if (/^[0-9a-z]{11}\.m4a$/.test(name)) {
    const file = path.join(root, 'content/audio', lang, name);
    return existsSync(file) ? { type: 'audio/mp4', file } : null;
  }
  const text = (await lists(root))[lang]?.[name];
  return text === undefined
    ? null
    : { type: name.endsWith('.json') ? 'application/json' : 'text/plain', file: '', text };
}

async function writeClips(root: string, into: string): Promise<void> {
  for (const [lang, files] of Object.entries(await lists(root))) {
    const from = path.join(root, 'content/audio', lang);
    await mkdir(path.join(into, lang, 'lists'), { recursive: true });
    if (existsSync(from))
      await cp(from, path.join(into, lang), { recursive: true, filter: (file) => !file.endsWith('.json') });
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(into, lang, name), text);
  }
}

/** The index and the lists of every language. */
async function lists(root: string): Promise<Record<string, Record<string, string>>> {
  const resolve = { alias: { $lib: path.join(root, 'src/lib') } };
  const file = path.join(root, 'src/lib/narration/voice.ts');
  const { module } = await runnerImport<VoiceModule>(file, { root, configFile: false, resolve });
  return module.listsIn(root);
}
