import type { saved as english } from './en-saved.ts';

export const saved: typeof english = {
  all: '全部导出',
  menu: '“{{name}}”的更多操作',
  play: '在此播放',
  open: '打开',
  copy: '复制文件',
  openProject: '打开项目',
  again: '重新导出',
  gone: '已保存，但文件已不在原处',
  remove: '从列表中移除',
  removeAsk: '移除…',
  removeTitle: '移除“{{name}}”？',
  removeText: '文件可以留在原处，也可以移到废纸篓。',
  removeFile: '同时删除文件',
  search: '搜索导出',
  nothing: '没有符合条件的导出。',
  count_one: '{{count}} 个导出',
  count_other: '{{count}} 个导出',
  filter: { name: '显示', all: '全部', running: '进行中', saved: '已保存', failed: '未完成' },
  watching: '已保存的文件：{{name}}',
  back: '回到当前剪辑',
};
