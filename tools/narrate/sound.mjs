// Speech as numbers: reading a WAV file, taking silence off its ends, telling how loud it is. Here and not by
// ffmpeg, because a program that starts takes longer than all of this for a sentence.

/** @typedef {{ samples: Int16Array, rate: number }} Sound one channel, `rate` in hertz */

/**
 * Reads a WAV file of 16-bit samples in one channel. Throws where it is another kind.
 * @param {Buffer} bytes
 * @returns {Sound}
 */
export function readWav(bytes) {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error('This is no WAV file.');
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    // A program that writes into a pipe does not know the size, and puts the largest there is.
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    if (name === 'fmt ') {
      const [kind, channels, bits] = [at + 8, at + 10, at + 22].map((place) => bytes.readUInt16LE(place));
      if (kind !== 1 || channels !== 1 || bits !== 16)
        throw new Error('A WAV of 16 bits in one channel is needed.');
      rate = bytes.readUInt32LE(at + 12);
    } else if (name === 'data') {
      const data = new Uint8Array(bytes.subarray(at + 8, at + 8 + size - (size % 2)));
      return { samples: new Int16Array(data.buffer), rate };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('There is no sound in this WAV file.');
}

/** What is quieter counts as silence at the ends (−50 dB of full scale). */
const silence = 104;

/**
 * Without the silence at both ends, but for a breath: 20 ms before, 100 ms after.
 * @param {Sound} sound
 * @returns {Sound}
 */
export function trimmed({ samples, rate }) {
  const loud = (/** @type {number} */ sample) => Math.abs(sample) > silence;
  const first = samples.findIndex(loud);
  if (first < 0) return { samples, rate };
  const last = samples.findLastIndex(loud);
  return {
    samples: samples.slice(Math.max(0, first - Math.round(rate * 0.02)), last + 1 + Math.round(rate * 0.1)),
    rate,
  };
}

/**
 * How loud speech is, in LUFS (ITU-R BS.1770-4: K-weighted, gated). A sound shorter than a window of 400 ms is
 * measured as one window. −Infinity for silence.
 * @param {Sound} sound
 */
export function loudness({ samples, rate }) {
  const weighted = kWeighted(samples, rate);
  const length = Math.min(Math.round(rate * 0.4), weighted.length);
  const step = Math.max(1, Math.round(length / 4));
  /** @type {number[]} */
  const powers = [];
  for (let at = 0; at + length <= weighted.length; at += step) {
    let sum = 0;
    for (let place = at; place < at + length; place++) sum += (weighted[place] ?? 0) ** 2;
    powers.push(sum / length);
  }
  const above = (/** @type {number} */ gate) => powers.filter((power) => lufs(power) > gate);
  const relative = lufs(mean(above(-70))) - 10;
  return lufs(mean(above(Math.max(-70, relative))));
}

const lufs = (/** @type {number} */ power) => -0.691 + 10 * Math.log10(power);
const mean = (/** @type {number[]} */ all) =>
  all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

/**
 * The two filters of BS.1770 that weigh as the ear does, for any sampling rate.
 * @param {Int16Array} samples
 * @param {number} rate
 */
function kWeighted(samples, rate) {
  const shelf = highShelf(rate, 1681.974450955533, 3.999843853973347, 0.7071752369554196);
  const pass = highPass(rate, 38.13547087602444, 0.5003270373238773);
  return filtered(
    filtered(
      Float64Array.from(samples, (sample) => sample / 32_768),
      shelf,
    ),
    pass,
  );
}

/** @typedef {{ b: [number, number, number], a: [number, number] }} Filter of the second order, divided by a0 */

/** @param {number} rate @param {number} hertz @param {number} decibels @param {number} q @returns {Filter} */
function highShelf(rate, hertz, decibels, q) {
  const k = Math.tan((Math.PI * hertz) / rate);
  const high = 10 ** (decibels / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

/** @param {number} rate @param {number} hertz @param {number} q @returns {Filter} */
function highPass(rate, hertz, q) {
  const k = Math.tan((Math.PI * hertz) / rate);
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

/** @param {Float64Array} input @param {Filter} filter */
function filtered(input, { b, a }) {
  const output = new Float64Array(input.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let at = 0; at < input.length; at++) {
    const x = input[at] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x1, x2, y1, y2] = [x, x1, y, y1];
    output[at] = y;
  }
  return output;
}

/**
 * The samples as bytes, as a program reads them.
 * @param {Sound} sound
 */
export function pcm({ samples }) {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}
