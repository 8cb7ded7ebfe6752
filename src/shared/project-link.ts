import { appScheme } from './media-url.ts';

/** The link that opens a project in the app that has it, from anywhere on this computer. */
export function projectLink(projectId: string): string {
  return `${appScheme}://project/${projectId}`;
}

const form = new RegExp(`^${appScheme}://project/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?$`, 'i');

/** The id of the project that a link names; null for whatever is not exactly such a link. Browsers may add the slash at its end. */
export function projectOfLink(link: string): string | null {
  return form.exec(link)?.[1]?.toLowerCase() ?? null;
}
