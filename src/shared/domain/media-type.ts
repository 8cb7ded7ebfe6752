/** MIME types by extension, of the formats that the cloud takes (wire contract: "Upload formats"). */
const contentTypes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
};

/** The extension in lower case, without its dot; empty where the name has none of a format we play. */
export function mediaExtension(name: string): string {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(contentTypes, extension) ? extension : '';
}

/** By the extension alone; what we do not play is only bytes. */
export function contentType(name: string): string {
  return contentTypes[mediaExtension(name)] ?? 'application/octet-stream';
}
