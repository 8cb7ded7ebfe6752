import type { exports as english } from './en-exports.ts';

export const exports: typeof english = {
  title: '导出',
  empty: '导出的视频会显示在这里。',
  queued: '等待中',
  submitted: '正在提交',
  downloading: '正在下载 {{percent}}%',
  downloadingUnknown: '正在下载',
  checking: '正在检查',
  saved: '已保存',
  failed: '失败',
  cancelled: '已取消',
  cancel: '取消',
  retry: '重试',
  show: '打开所在文件夹',
  pill_one: '{{count}} 个导出',
  pill_other: '{{count}} 个导出',
  form: '导出的是高画质 MP4，尺寸与你的视频一致：{{width}} × {{height}}。',
};
