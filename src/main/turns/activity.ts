import type { Activity } from '../../shared/domain/turn.ts';

/** Tool names are the cloud's own and unknown: words in them tell the kind of work. First match wins. */
const kinds: readonly (readonly [RegExp, Activity])[] = [
  [/music|bgm|audio|sound|song|voice/i, 'music'],
  [/title|caption|subtitle|text_?(?:track|overlay)/i, 'title'],
  [/generat|create_?(?:video|clip|image)|render/i, 'generating'],
  [/^(?:get|list|read|fetch|find|search|inspect|describe)/i, 'looking'],
  [/edit|trim|cut|add|remove|delete|set|update|apply|move|split|effect|filter/i, 'editing'],
];

/** What a tool's work is called in plain words. The name itself never leaves main. */
export function activityOf(toolName: string): Activity {
  return kinds.find(([pattern]) => pattern.test(toolName))?.[1] ?? 'working';
}
