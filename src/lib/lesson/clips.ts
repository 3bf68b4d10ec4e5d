/** How many of the texts of a lesson or app have a spoken clip, over all languages. */
export function clipsOf(_folder: string, _keys: string[]): number {
  return 0; // no clip ships yet: content/audio is empty
}
