import type { Figure } from './figure.ts';

const heads = ['figure', 'value', 'baseline', 'ratio', 'goal', 'holds', 'runs'];
/** Names and goals are read from the left, numbers from the right. */
const leftAligned = new Set(['figure', 'goal', 'holds']);

/** The figures as a table of plain text, a line each. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(rowOf);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return leftAligned.has(heads[column] ?? '') ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function rowOf({ name, value, baseline, unit, ratio, goal, holds, runs }: Figure): readonly string[] {
  return [
    name,
    `${value} ${unit}`,
    `${baseline} ${unit}`,
    ratio === null ? '–' : `${ratio} ×`,
    goal ?? '–',
    holds === null ? '–' : holds ? 'yes' : 'NO',
    String(runs),
  ];
}
