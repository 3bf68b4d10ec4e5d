import { chromium, type Browser, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';

/** How large the film is, as a cheap camera's. */
const [width, height] = [640, 480];
/** How many pixels a square of the code is. */
const scale = 6;

/**
 * Writes a film (Y4M) in which somebody comes to a camera and holds up a card: first nothing is to be seen, then the
 * code, a little aslant and in poor light.
 */
export async function filmOf(file: string, squares: readonly (readonly boolean[])[]): Promise<void> {
  const frame = (light: (x: number, y: number) => number) => {
    const grey = Buffer.alloc(width * height);
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) grey[y * width + x] = light(x, y);
    return Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((width * height) / 2, 128)]);
  };
  const side = squares.length * scale;
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  const nothing = frame((x) => 60 + (x % 7));
  const card = frame((x, y) => {
    const [across, down] = [x - left + (y - height / 2) * 0.06, y - top - (x - width / 2) * 0.06];
    if (across < 0 || down < 0 || across >= side || down >= side) return 70;
    return squares[Math.floor(down / scale)]?.[Math.floor(across / scale)] ? 40 : 150;
  });
  const frames = [...Array.from({ length: 5 }, () => nothing), ...Array.from({ length: 20 }, () => card)];
  await writeFile(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}

/** A browser whose camera shows a film over and over; without one it has no camera. */
export async function browserWithCamera(film: string | null): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'],
    args: film
      ? [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${film}`,
        ]
      : ['--use-fake-ui-for-media-stream'],
  });
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1920, height: 1080 } });
  return { browser, page: await context.newPage() };
}
