import type { deliveryWarning as englishWarning, exporting as english } from './en-exporting.ts';

export const exporting: typeof english = {
  waiting: '本次修改完成后开始导出',
  rendering: '正在渲染 · 通常需要 30 到 90 秒',
  renderingShare: '正在渲染 {{percent}}%',
  left: '正在渲染 · 大约还要 {{time}}',
  moment: '正在渲染 · 马上就好',
  slow: '比平时慢一些：已用 {{time}}，仍在继续。',
  slowUnder: '比平时慢一些，仍在继续。',
  cancelHint: '取消。云端可能仍会渲染完，不收费，也不会保存。',
  moveTo: '换一个位置',
  saveAs: '导出为…',
  question: '助手还在修改',
  questionText: '它可能会改动时间线。要等它完成再导出吗？',
  wait: '完成后导出',
  now: '现在就导出',
  cancel: '取消',
  place: '导出位置',
  ask: '每次询问',
  always: '总是保存到“{{folder}}”',
  choose: '选择文件夹…',
  change: '更改…',
  pattern: '文件名',
  patternHint: '{project} 是项目名，{date} 是日期，{n} 是第几次导出。例如：{{example}}',
  patternProblem: {
    empty: '至少写一个字、数字或花括号里的词。',
    'unknown-word': '花括号里只能写 {project}、{date} 和 {n}。',
    folder: '文件名里不能有 / 或 \\。',
  },
  patternSample: '城市夜景',
};

export const deliveryWarning: typeof englishWarning = {
  unchecked: '已保存，但无法在这里打开检查。文件是完整的。',
  'no-video': '成片没有画面，时间线上是有的。',
  'no-audio': '成片没有声音，时间线上是有的。',
  length: '成片长度和时间线不一致。',
  black: '成片似乎从头到尾都是同一种颜色。',
  silent: '成片似乎从头到尾都没有声音。',
};
