import { z } from 'zod';

/** What Electron's safeStorage does. `keyring`: the system really keeps a key for us. The other two may throw. */
export type SafeBox = {
  readonly keyring: () => boolean;
  readonly encrypt: (text: string) => Buffer;
  readonly decrypt: (bytes: Buffer) => string;
};

/** A secret as it lies on the disk: `data` in base64, encrypted by the key ring or only masked. */
export const sealedShape = z.object({ sealed: z.enum(['keyring', 'mask']), data: z.base64() });
export type Sealed = Readonly<z.output<typeof sealedShape>>;

/** A key ring that says no for once costs nothing: then it is masked, and moves into the ring when it is read the next time. */
export function seal(secret: string, safeBox: SafeBox): Sealed {
  try {
    if (safeBox.keyring()) return { sealed: 'keyring', data: safeBox.encrypt(secret).toString('base64') };
  } catch {
    // See above.
  }
  return { sealed: 'mask', data: mask(Buffer.from(secret)).toString('base64') };
}

/** Null where the key ring does not open it, now or ever. */
export function unseal({ sealed, data }: Sealed, safeBox: SafeBox): string | null {
  const bytes = Buffer.from(data, 'base64');
  if (sealed === 'mask') return mask(bytes).toString();
  try {
    return safeBox.keyring() ? safeBox.decrypt(bytes) : null;
  } catch {
    return null;
  }
}

/** Keeps a secret from being seen in passing; it is no protection, and the user is told so. */
function mask(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (0xa5 + index * 7)));
}
