import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';

/** The shipped skill, as its own front matter names it. */
type Skill = { readonly name: string; readonly version: string };

type SkillProblem = 'unreadable' | 'no-front-matter' | 'bad-front-matter';

const headerSafe = z.string().regex(/^[\x21-\x7e]+$/);
const frontMatter = z.looseObject({ name: headerSafe, version: headerSafe });

/** Reads name and version from the YAML front matter of the skill file at `path` (wire contract: "Attribution"). */
export async function readSkill(path: string): Promise<Result<Skill, SkillProblem>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return err('unreadable');
  }
  return parseSkill(text);
}

export function parseSkill(text: string): Result<Skill, SkillProblem> {
  const block = /^\uFEFF?---\r?\n(.*?)\r?\n---(?:\r?\n|$)/s.exec(text)?.[1];
  if (block === undefined) return err('no-front-matter');
  try {
    // Every scalar stays a string: a version such as 1.10 must not become the number 1.1.
    const { name, version } = frontMatter.parse(parse(block, { schema: 'failsafe' }));
    return ok({ name, version });
  } catch {
    return err('bad-front-matter');
  }
}

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
