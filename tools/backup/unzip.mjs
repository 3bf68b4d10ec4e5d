import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

/** @typedef {import('node:fs/promises').FileHandle} FileHandle */
/** @typedef {{ name: string, method: number, crc: number, packed: number, size: number, at: number }} Entry */

/**
 * Unpacks a zip file into a folder, each file to the disk. Throws where anything in it is not as the zip itself says:
 * a name that leads out of the folder, a length, a checksum.
 * @param {string} file
 * @param {string} folder
 */
export async function unzip(file, folder) {
  const handle = await open(file);
  try {
    for (const entry of await entriesOf(handle)) {
      if (entry.name.endsWith('/')) continue;
      if (entry.name.startsWith('/') || /(^|[/\\])\.\.([/\\]|$)/.test(entry.name)) {
        throw new Error(`it holds the name ${entry.name}`);
      }
      await unpack(handle, entry, join(folder, entry.name));
    }
  } finally {
    await handle.close();
  }
}

/**
 * The list of what is in a zip, which stands at its end (APPNOTE 4.3.12 to 4.3.16).
 * @param {FileHandle} handle
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(handle) {
  const { size } = await handle.stat();
  const tail = await read(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || tail.length < end + 22) throw new Error('it is no zip file, or its end is missing');
  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (count === 0xffff || length === 0xffffffff || at === 0xffffffff) {
    const record = await read(handle, Number(tail.readBigUInt64LE(end - 20 + 8)), 56);
    count = Number(record.readBigUInt64LE(32));
    length = Number(record.readBigUInt64LE(40));
    at = Number(record.readBigUInt64LE(48));
  }
  const list = await read(handle, at, length);
  /** @type {Entry[]} */
  const entries = [];
  for (let place = 0; entries.length < count;) {
    if (list.toString('latin1', place, place + 4) !== 'PK\x01\x02') throw new Error('its list is broken');
    const [nameEnd, extra] = [place + 46 + list.readUInt16LE(place + 28), list.readUInt16LE(place + 30)];
    entries.push(
      wide(list.subarray(nameEnd, nameEnd + extra), {
        name: list.toString('utf8', place + 46, nameEnd),
        method: list.readUInt16LE(place + 10),
        crc: list.readUInt32LE(place + 16),
        packed: list.readUInt32LE(place + 20),
        size: list.readUInt32LE(place + 24),
        at: list.readUInt32LE(place + 42),
      }),
    );
    place = nameEnd + extra + list.readUInt16LE(place + 32);
  }
  return entries;
}

/**
 * Reads numbers of more than 4 GB out of an entry's extra field (APPNOTE 4.5.3).
 * @param {Buffer} extra
 * @param {Entry} entry
 * @returns {Entry}
 */
function wide(extra, entry) {
  for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
    if (extra.readUInt16LE(place) !== 1) continue;
    let next = place + 4;
    for (const name of /** @type {const} */ (['size', 'packed', 'at'])) {
      if (entry[name] !== 0xffffffff) continue;
      entry[name] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
  }
  return entry;
}

/**
 * @param {FileHandle} handle
 * @param {Entry} entry
 * @param {string} path
 */
async function unpack(handle, { name, method, crc, packed, size, at }, path) {
  if (method !== 0 && method !== 8) throw new Error(`${name} is packed in an unknown way`);
  const head = await read(handle, at, 30);
  if (head.toString('latin1', 0, 4) !== 'PK\x03\x04') throw new Error(`${name} is not where it should be`);
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  await mkdir(dirname(path), { recursive: true });
  let [sum, length] = [0, 0];
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(path, { flush: true });
  if (packed > 0) {
    const source = handle.createReadStream({ start, end: start + packed - 1, autoClose: false });
    if (method === 8) await pipeline(source, createInflateRaw(), counted, target);
    else await pipeline(source, counted, target);
  } else target.end();
  if (sum !== crc || length !== size) throw new Error(`${name} is damaged`);
}

/**
 * @param {FileHandle} handle
 * @param {number} at
 * @param {number} length
 */
async function read(handle, at, length) {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error('it is cut short');
  return buffer;
}
