/**
 * The value of `X-Skill-Platform` (wire contract: "Attribution"): `SKILL_SOURCE`, else by where the skill file is installed.
 * Paths may have slashes or backslashes.
 */
export function detectPlatform(options: {
  readonly skillSource: string | null;
  readonly installPath: string;
  readonly homeDir: string;
}): string {
  if (options.skillSource !== null) return options.skillSource;
  const path = slashed(options.installPath);
  const home = slashed(options.homeDir).replace(/(?<!\/)\/+$/, '');
  if (path.startsWith(`${home}/.clawhub/`)) return 'clawhub';
  if (path.startsWith(`${home}/.cursor/skills/`)) return 'cursor';
  return 'unknown';
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
