import decodeQr from 'qr/decode.js';
import { halved, type Frame } from './frame';

/** The text of the code in a picture, as it came or halved; null where none can be read. */
export function decode(frame: Frame, half: boolean): string | null {
  try {
    return decodeQr(half ? halved(frame) : frame);
  } catch {
    return null; // it throws where it finds no code, which is so in most pictures
  }
}
