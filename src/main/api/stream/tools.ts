import type { AgentEvent } from './agent-event.ts';
import type { Part } from './frame.ts';

export type ToolPart = Extract<Part, { readonly kind: 'call' | 'response' }>;

type Tool = { readonly name: string; readonly over: boolean };

/** The tools of one turn by the id of their call. */
export type Tools = ReadonlyMap<string, Tool>;

/** No turn uses more tools; those that come all the same say nothing. */
const mostTools = 1_000;

export type ToolStep = { readonly tools: Tools; readonly events: readonly AgentEvent[] };

/**
 * A call or its response. Progressive servers send both twice: every phase is told once (wire contract: "deduplicate by its id").
 * Where a server gives no ids, calls of one name are taken to follow one another.
 */
export function addTool(tools: Tools, part: ToolPart): ToolStep {
  if (tools.size >= mostTools && (part.id === null || !tools.has(part.id))) return { tools, events: [] };
  const id = part.id ?? idByName(tools, part.name);
  const known = tools.get(id);
  const { name } = part;
  if (part.kind === 'call') {
    if (known !== undefined) return { tools, events: [] };
    return {
      tools: withTool(tools, id, { name, over: false }),
      events: [{ kind: 'tool', id, name, phase: 'started' }],
    };
  }
  if (known?.over === true) return { tools, events: [] };
  const phase = part.failed ? 'failed' : 'finished';
  return { tools: withTool(tools, id, { name, over: true }), events: [{ kind: 'tool', id, name, phase }] };
}

function withTool(tools: Tools, id: string, tool: Tool): Tools {
  return new Map([...tools, [id, tool]]);
}

function idByName(tools: Tools, name: string): string {
  const running = [...tools].find(([id, tool]) => id.startsWith(`${name}#`) && !tool.over);
  const count = [...tools.keys()].filter((id) => id.startsWith(`${name}#`)).length;
  return running?.[0] ?? `${name}#${count}`;
}
