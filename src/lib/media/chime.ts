/** Two notes that fall, as a doorbell does (Hz), each for so long (s). */
const notes = [784, 587];
const length = 0.55;
/** Between one chime and the next (s). */
const rest = 0.4;

let context: AudioContext | null = null;

/**
 * Sounds the chime so many times, and resolves when it is over: true where it could be heard, false where the browser
 * keeps silent until somebody touches the screen.
 */
export async function chime(times: number): Promise<boolean> {
  context ??= new AudioContext();
  const sound = context;
  if (sound.state !== 'running') await Promise.race([sound.resume(), pause(500)]);
  if (sound.state !== 'running') return false;
  const one = notes.length * length + rest;
  for (let time = 0; time < times; time++)
    notes.forEach((note, at) => strike(sound, note, sound.currentTime + time * one + at * length));
  await pause(times * one * 1000);
  return true;
}

/** One note that fades as a bell does. */
function strike(sound: AudioContext, note: number, at: number): void {
  const bell = sound.createOscillator();
  const loudness = sound.createGain();
  bell.type = 'triangle';
  bell.frequency.value = note;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.5, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + length * 1.6);
  bell.connect(loudness).connect(sound.destination);
  bell.start(at);
  bell.stop(at + length * 1.6);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
