import * as v from 'valibot';

/** What is known of one clip. */
const clipSchema = v.strictObject({
  /** The text as it is shown. */
  text: v.string(),
  /** The string ids it serves. */
  ids: v.array(v.string()),
  /** What the voice was given to say; for a recording what it is taken to say. */
  spoken: v.string(),
  /** A machine's name, or `person`. */
  engine: v.string(),
  voice: v.string(),
  /** Under what the sound may be handed on, as an SPDX id or `LicenseRef-…`. */
  licence: v.string(),
  /** Of a person's recording: the SHA-256 of the file that was dropped in. */
  recording: v.optional(v.string()),
  milliseconds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** SHA-256 of the file, in hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** The shape of content/audio/<lang>/manifest.json: every clip of a language by its name. */
export const manifestSchema = v.record(v.pipe(v.string(), v.regex(/^[0-9a-z]{11}$/)), clipSchema);

/** What is known of one clip. */
export type Clip = v.InferOutput<typeof clipSchema>;
/** Every clip of a language by its name. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Reads a manifest; throws where its text is none. */
export function parseManifest(text: string): Manifest {
  return v.parse(manifestSchema, JSON.parse(text));
}

/** A manifest as it is kept: in the order of the texts' names, a line a field, so that a change is a small diff. */
export function manifestText(manifest: Manifest): string {
  const sorted = Object.fromEntries(
    Object.keys(manifest)
      .sort()
      .map((name) => [name, manifest[name]]),
  );
  return `${JSON.stringify(sorted, null, 1)}\n`;
}
