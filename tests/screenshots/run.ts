// npm run screenshots -- painter [a prompt…]: pictures to look at, written into test-results/screenshots (which git ignores).
// npm run screenshots -- readme: README's picture and film, from a rehearsal in the real window; needs ffmpeg.
// npm run screenshots -- states [en] [zh] [a name…]: the window's states in both themes and languages, at four sizes.
// npm run screenshots -- suggestions: the pictures of the first screen's suggestions, which the window is built with.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import texts from '../../src/shared/locales/en.json' with { type: 'json' };
import type * as InPage from '../support/painter-in-page.ts';
import { shootStates } from './states.ts';
import { withPainter } from '../support/painter-page.ts';
import { filmReadme } from './readme.ts';

type PainterPage = typeof globalThis & { readonly painter: typeof InPage };

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'test-results/screenshots');
const promptsOnASheet = 12;

const [subject, ...words] = process.argv.slice(2);
switch (subject) {
  case 'painter':
    await paintSheets(words);
    break;
  case 'suggestions':
    await paintSuggestions();
    break;
  case 'readme':
    await filmReadme();
    break;
  case 'states':
    await shootStates(join(folder, 'states'), words);
    break;
  default:
    process.stderr.write(
      'Say what of: npm run screenshots -- painter [a prompt…] | suggestions | readme | states [a name…]\n',
    );
    process.exitCode = 1;
}

/** Contact sheets of all prompts of the tests; of one prompt, its frames in full. */
async function paintSheets(wanted: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const prompts = await promptsOf(join(root, 'tests/unit/painter/prompts.txt'));
  await withPainter(async (page) => {
    for (const [index, prompt] of wanted.entries()) {
      const png = await page.evaluate((text) => (globalThis as PainterPage).painter.still(text, 0.3), prompt);
      await write(`painter-still-${index + 1}.png`, png);
      const speed = await page.evaluate((text) => (globalThis as PainterPage).painter.speed(text, 30), prompt);
      process.stdout.write(`${Math.round(speed.first)} ms, then ${speed.each.toFixed(1)} ms a frame: ${prompt}\n`);
    }
    if (wanted.length > 0) return;
    for (let at = 0; at < prompts.length; at += promptsOnASheet) {
      const some = prompts.slice(at, at + promptsOnASheet);
      const png = await page.evaluate((texts) => (globalThis as PainterPage).painter.contactSheet(texts), some);
      await write(`painter-${at / promptsOnASheet + 1}.png`, png);
    }
  });
}

/** One picture for each suggestion: what its English words paint, in the same scenes for every language. */
async function paintSuggestions(): Promise<void> {
  const into = join(root, 'src/renderer/chat/suggestions');
  await mkdir(into, { recursive: true });
  const { prompts } = texts.window.chat;
  await withPainter(async (page) => {
    for (const [name, prompt] of Object.entries(prompts)) {
      const webp = await page.evaluate((text) => (globalThis as PainterPage).painter.suggestion(text), prompt);
      const path = join(into, `${name}.webp`);
      await writeFile(path, Buffer.from(webp, 'base64'));
      process.stdout.write(`${path}: ${Math.round((webp.length * 3) / 4)} bytes\n`);
    }
  });
}

async function promptsOf(path: string): Promise<readonly string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => line.slice(0, line.indexOf('|')).trim());
}

async function write(name: string, png: string): Promise<void> {
  await writeFile(join(folder, name), Buffer.from(png, 'base64'));
  process.stdout.write(`${join(folder, name)}\n`);
}
