/** How a clip ended: played to its end, broken off, or not allowed before the first touch. */
export type Ending = 'played' | 'stopped' | 'blocked';

/** Two players take turns: while one speaks the other fetches what comes next, so that speech has no holes. */
const players: HTMLAudioElement[] = [];
let turn = 0;
let pace = 1;
let loudness = 1;

/** Whoever wants to know when speech begins and ends. */
const listeners = new Set<(playing: boolean) => void>();

/** Tells when a clip begins to be heard and when none is any more, until the answer is called. */
export function onSound(told: (playing: boolean) => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

const tell = (playing: boolean) => listeners.forEach((told) => told(playing));

/** The speed of speech from now on, 1 as recorded; what is being said follows at once. Its pitch stays. */
export function setPace(next: number): void {
  pace = next;
  for (const player of players) player.playbackRate = next;
}

/** How loud speech is from now on, 0 to 1 of what the machine gives; what is being said follows at once. */
export function setLoudness(next: number): void {
  loudness = next;
  for (const player of players) player.volume = next;
}

function playerAt(index: number): HTMLAudioElement {
  const player = (players[index] ??= new Audio());
  player.preservesPitch = true;
  player.volume = loudness;
  return player;
}

/** Makes the clip ready that follows the one that speaks now. */
export function prepare(url: string): void {
  const idle = playerAt((turn + 1) % 2);
  if (idle.getAttribute('src') === url) return;
  idle.preload = 'auto';
  idle.src = url;
}

/** Plays one clip to its end; a clip that cannot be had is passed over, so that it does not stop the next. */
export async function play(url: string, signal: AbortSignal): Promise<Ending> {
  if (signal.aborted) return 'stopped';
  turn = (turn + 1) % 2;
  const player = playerAt(turn);
  if (player.getAttribute('src') !== url) player.src = url;
  player.currentTime = 0;
  player.defaultPlaybackRate = player.playbackRate = pace;
  const ended = untilEnd(player, signal);
  try {
    await player.play();
    tell(true);
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'NotAllowedError') return 'blocked';
    return signal.aborted ? 'stopped' : 'played';
  }
  const ending = await ended;
  tell(false);
  return ending;
}

function untilEnd(player: HTMLAudioElement, signal: AbortSignal): Promise<Ending> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (ending: Ending) => {
      over.abort();
      player.pause();
      resolve(ending);
    };
    signal.addEventListener('abort', () => end('stopped'), { signal: over.signal });
    player.addEventListener('ended', () => end('played'), { signal: over.signal });
    player.addEventListener('error', () => end('played'), { signal: over.signal });
  });
}
