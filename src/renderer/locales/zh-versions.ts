import type * as en from './en-versions.ts';

/** Looking back on the versions of a cut. */
export const versions: typeof en.versions = {
  pick: '版本 {{version}}',
  list: '版本',
  open: '这个剪辑的所有版本',
  past: '版本 {{version}}（共 {{of}} 个），{{when}}',
  pastUndated: '版本 {{version}}（共 {{of}} 个）',
  looking: '正在查看过去的版本',
  now: '回到当前版本',
  present: '当前',
  earlier: '更早的版本',
  unsaid: '自动生成',
  more: '另有 {{count}} 处',
  look: '查看这个版本',
  lookEarlier: '查看过去的版本…',
  export: '导出这个版本',
  compare: '比较',
  compareWith: '与哪个版本比较',
  compareNow: '当前（版本 {{version}}）',
  between: '从版本 {{from}} 到版本 {{to}}',
  same: '没有明显差异。',
  clips: '版本 {{version}} 的片段',
};

/** Taking a cut along into another editor. */
export const interchange: typeof en.interchange = {
  start: '导出到其他剪辑软件…',
  open: '在其他剪辑软件中使用…',
  hint: '把时间线、素材和标题放进一个文件夹，可在 Final Cut、Resolve 或 Premiere 中打开',
  version: '用其他软件继续…',
  title: '用于其他剪辑软件',
  gathering: '正在下载素材 {{done}}/{{of}}',
  writing: '正在写入',
  saved: '已保存',
  failed: '失败',
  cancelled: '已取消',
  ended: '“{{name}}”已保存，可在其他剪辑软件中打开。',
  broke: '“{{name}}”的剪辑工程导出失败：{{reason}}',
  missing_one: '缺少 {{count}} 个素材，详见 notes.txt',
  missing_other: '缺少 {{count}} 个素材，详见 notes.txt',
  noSubtitles: '没有标题，因此没有字幕',
  cancel: '取消',
  show: '打开所在文件夹',
};
