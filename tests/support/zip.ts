import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file with one deflated file in it, as the usual programs write one. */
export function zipOf(name: string, bytes: Buffer): Buffer {
  const [title, packed] = [Buffer.from(name), deflateRawSync(bytes)];
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed: 2.0
  fields.writeUInt16LE(8, 4); // deflated
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    fields,
    Buffer.alloc(14), // no comment, first disk, nothing special, at the beginning of the file
    title,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4); // entries on this disk
  end.writeUInt16LE(1, 6); // entries in all
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
