const fallback = 'Rushes';
const extension = '.mp4';
/** File systems allow 255 bytes, some encrypted ones far less; `.mp4`, `.part` and a dialog's " (2)" come on top. */
const maxStemBytes = 120;

/** Reserved on Windows, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * The file name to propose for a project's video, good on Windows, macOS and Linux: `<project name>.mp4`. Letters of any script
 * and emoji stay; what a file system refuses or hides goes. `Rushes.mp4` where nothing is left.
 */
export function safeFileName(projectName: string): string {
  return safeStem(projectName) + extension;
}

/** The same without an extension: a name for a folder, or for a file of another kind. */
export function safeStem(name: string): string {
  const stem = trimmed(cut(trimmed(cleaned(name)))) || fallback;
  return reserved.test(stem) ? `_${stem}` : stem;
}

function cleaned(name: string): string {
  return (
    name
      .normalize('NFC')
      .replace(/\.mp4$/i, '')
      // Lone surrogates cannot be written; direction marks make a name look like another.
      .replace(/[\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/[/\\:*?"<>|]+/g, '-')
  );
}

/** Without the spaces and dots that hide a file (in front) or that Windows drops (at the end). */
function trimmed(name: string): string {
  return name.replace(/^[\s.-]+|[\s.-]+$/g, '');
}

/** Cut between characters as people see them, so that no emoji is torn. */
function cut(name: string): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxStemBytes) break;
    kept += segment;
  }
  return kept;
}
