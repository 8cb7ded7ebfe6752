/** The app's own scheme: `rushes://app/…` serves the window, `rushes://media/<id>` plays files that main knows by that id. */
export const appScheme = 'rushes';
export const appOrigin = `${appScheme}://app`;

export function mediaUrl(mediaId: string): string {
  return `${appScheme}://media/${mediaId}`;
}
