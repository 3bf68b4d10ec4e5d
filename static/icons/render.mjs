// Makes the PNG icons from static/icon.svg: `node static/icons/render.mjs`. Chromium draws, so that the
// pictures are what browsers show. The maskable one has its ground to the edge and its house in the safe 80 %.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const svg = await readFile(new URL('../icon.svg', import.meta.url), 'utf8');
const wide = svg.replace('viewBox="0 0 512 512"', 'viewBox="-56 -56 624 624"');
const maskable = wide.replace(/width="512" height="512" rx="112"/, 'x="-56" y="-56" width="624" height="624"');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
for (const [name, size, picture] of [
  ['icon-192', 192, svg],
  ['icon-512', 512, svg],
  ['icon-maskable-512', 512, maskable],
  ['apple-touch-icon', 180, maskable],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${picture}`);
  await writeFile(new URL(`${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
