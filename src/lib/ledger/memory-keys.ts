import { keyText, type Sealed } from './sealed';

/** The server's half of sealing for a server in memory, by WebCrypto alone: what the hooks do with other means. */
export class MemoryKeys {
  private constructor(
    private readonly secret: CryptoKey,
    /** As it is told to devices. */
    readonly told: string,
  ) {}

  static async make(): Promise<MemoryKeys> {
    const pair = await crypto.subtle.generateKey(agreement, true, ['deriveBits']);
    return new MemoryKeys(pair.privateKey, toHex(await crypto.subtle.exportKey('raw', pair.publicKey)));
  }

  /** What was sealed; null where it does not open. */
  async open({ key, text }: Sealed): Promise<string | null> {
    try {
      const point = await crypto.subtle.importKey('raw', Buffer.from(key, 'hex'), agreement, false, []);
      const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, this.secret, 256);
      const mac = await crypto.subtle.importKey('raw', ascii(toHex(shared)), hmac, false, ['sign']);
      const digits = toHex(await crypto.subtle.sign('HMAC', mac, ascii(keyText(key, this.told))));
      const lock = await crypto.subtle.importKey('raw', ascii(digits.slice(0, 32)), 'AES-GCM', false, [
        'decrypt',
      ]);
      const box = Buffer.from(text, 'base64');
      const cipher = { name: 'AES-GCM', iv: box.subarray(0, 12) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(cipher, lock, box.subarray(12)));
    } catch {
      return null;
    }
  }
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' };
const hmac = { name: 'HMAC', hash: 'SHA-256' };
const toHex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');
const ascii = (text: string) => new TextEncoder().encode(text);
