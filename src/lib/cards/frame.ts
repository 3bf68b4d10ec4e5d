/** A picture as a canvas gives it: four bytes a pixel. */
export interface Frame {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** What share of the pixels may be darker than black and lighter than white once a picture is stretched. */
const cut = 0.01;
/** Steps of grey that a picture must have to be stretched by: less is noise. */
const leastRange = 8;

/**
 * A picture half as wide and high, in greys from black to white. Of 192 made-up pictures of cards (dim, aslant, noisy,
 * bent) the decoder reads some this way that it does not read as they came, above all dim ones, and the other way round.
 */
export function halved({ data, width, height }: Frame): Frame {
  const [w, h] = [width >> 1, height >> 1];
  const grey = new Float32Array(w * h);
  const counts = new Uint32Array(256);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const at = (2 * y * width + 2 * x) * 4;
      const below = at + width * 4;
      const mean = (light(data, at) + light(data, at + 4) + light(data, below) + light(data, below + 4)) / 4;
      grey[y * w + x] = mean;
      const step = Math.floor(mean);
      counts[step] = (counts[step] ?? 0) + 1;
    }
  const [dark, bright] = [edgeOf(counts, w * h, 1), edgeOf(counts, w * h, -1)];
  const scale = 255 / Math.max(bright - dark, leastRange);
  const out = new Uint8ClampedArray(w * h * 4);
  grey.forEach((value, at) => {
    out.fill((value - dark) * scale, at * 4, at * 4 + 3);
    out[at * 4 + 3] = 255;
  });
  return { data: out, width: w, height: h };
}

/** How light a pixel is, 0–255: the weights of red, green and blue of Rec. 601. */
function light(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}

/** The grey from which on all but a few pixels are lighter (`step` 1) or darker (−1). */
function edgeOf(counts: Uint32Array, all: number, step: 1 | -1): number {
  let at = step === 1 ? 0 : 255;
  for (let seen = counts[at] ?? 0; seen < all * cut && at + step >= 0 && at + step <= 255;) {
    at += step;
    seen += counts[at] ?? 0;
  }
  return at;
}
