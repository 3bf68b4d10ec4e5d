import { Refusal } from '../api/refusal';
import { choose } from './choose';
import { typeOf } from './types';

/** GET /…: the web app's files, and its one page for every address of the app. */
export function files(e: core.RequestEvent): void {
  const folder = publicFolder();
  const asked = e.request?.header;
  const choice = choose(
    {
      path: e.request?.url?.path ?? '/',
      acceptEncoding: asked?.get('Accept-Encoding') ?? '',
      range: Boolean(asked?.get('Range')),
    },
    (path) => isFile(`${folder}/${path}`),
  );
  if (!choice) throw new Refusal('not-found');

  const name = choice.path + (choice.twin?.ending ?? '');
  const set = e.response.header();
  set.set('Content-Type', typeOf(choice.path));
  set.set('Cache-Control', choice.cache);
  set.set('ETag', tagOf(`${folder}/${name}`));
  if (choice.varies) set.set('Vary', 'Accept-Encoding');
  if (choice.twin) set.set('Content-Encoding', choice.twin.encoding);
  e.fileFS($os.dirFS(folder), name);
}

/** The folder of the built app: NHASO_PUBLIC, else `build/` of the project that the hooks belong to. */
function publicFolder(): string {
  return $os.getenv('NHASO_PUBLIC') || `${__hooks}/../../build`;
}

function isFile(path: string): boolean {
  try {
    return $os.stat(path).mode().isRegular();
  } catch {
    return false; // no such file
  }
}

/** Changes with every build of the file, and differs between a file and its compressed twins. */
function tagOf(path: string): string {
  const stat = $os.stat(path);
  return `"${stat.modTime().unixMilli().toString(36)}-${stat.size().toString(36)}"`;
}
