/** The app's own scheme: `rushes://app/…` serves the window, `rushes://app/media/<id>` plays files that main knows by that id. */
export const appScheme = 'rushes';
export const appOrigin = `${appScheme}://app`;
/**
 * Media come from the page's own origin: newer runtimes refuse a page what another origin of a custom scheme offers.
 */
export const mediaPath = '/media/';

export function mediaUrl(mediaId: string): string {
  return `${appOrigin}${mediaPath}${mediaId}`;
}

/** Answers for a clip that was to be had, but not to be kept: its disk is full, or may not be written. */
export const noRoomStatus = 507;
