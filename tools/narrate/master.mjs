import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run.mjs';
import { loudness, pcm, readWav, trimmed } from './sound.mjs';

// Makes of any speech a clip: silence at both ends taken off, one loudness, mono AAC in MP4.

/** What speech is brought to (LUFS), and what no sample goes above (1 is full scale; coding adds up to 2 dB). */
const wanted = -16;
const ceiling = 0.8;

/** Hertz and bits a second: speech needs no more. */
const sampling = 22_050;
const bitrate = '24k';

/**
 * @param {string} from a WAV of 16 bits in one channel, or any file that ffmpeg reads
 * @param {string} into the clip, written whole or not at all
 * @param {string} scratch a folder of one's own
 * @returns {Promise<{ milliseconds: number, bytes: number, sha256: string }>}
 */
export async function master(from, into, scratch) {
  const quiet = ['-hide_banner', '-y'];
  let wav = await readFile(from);
  if (!from.startsWith(scratch)) {
    const plain = path.join(scratch, 'plain.wav');
    await run('ffmpeg', [
      ...quiet,
      '-i',
      from,
      '-ac',
      '1',
      '-ar',
      String(sampling),
      '-c:a',
      'pcm_s16le',
      plain,
    ]);
    wav = await readFile(plain);
  }
  const speech = trimmed(readWav(wav));
  const loud = loudness(speech);
  const gain = Number.isFinite(loud) ? wanted - loud : 0;
  const clip = path.join(scratch, 'clip.m4a');
  await run(
    'ffmpeg',
    [
      ...quiet,
      ...['-f', 's16le', '-ar', String(speech.rate), '-ac', '1', '-i', 'pipe:0'],
      ...['-af', `volume=${gain.toFixed(2)}dB,alimiter=limit=${ceiling}:level=false`],
      ...['-c:a', 'aac', '-b:a', bitrate, '-ar', String(sampling), '-movflags', '+faststart'],
      ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', clip],
    ],
    pcm(speech),
  );
  const bytes = await readFile(clip);
  await mkdir(path.dirname(into), { recursive: true });
  await rename(clip, into);
  return {
    milliseconds: Math.max(1, Math.round((speech.samples.length / speech.rate) * 1000)),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
