import type { FailureCode } from '../../shared/domain/failure.ts';
import type { Activity, Notice } from '../../shared/domain/turn.ts';

export const failure: Record<FailureCode, string> = {
  'bad-request': '这一步没能完成。',
  'not-found': '内容已经不在了。',
  internal: 'Rushes 内部出错了，你的内容都已保留。',
  offline: '连不上云端。请检查网络后重试。',
  interrupted: '回复还没传完，连接就断了。',
  'timed-out': '云端响应超时。',
  cancelled: '已取消。',
  'bad-answer': '云端返回的内容无法识别。',
  server: '云端出了点问题，请稍后再试。',
  'token-refused': '云端不接受你的访问令牌。',
  'session-lost': '云端已经没有这个项目的会话了。下一条消息会从新的时间线开始。',
  'no-credits': '积分用完了。已经做好的内容都会保留。',
  'unsupported-file': '不支持这种格式。支持的格式：{{formats}}。',
  'file-too-large': '文件超过 500 MB。请压缩或剪短后再添加。',
  'file-empty': '这个文件是空的。',
  'file-unreadable': '无法读取这个文件，它可能被移动或删除了。',
  'file-changed': '上传过程中文件被改动了，请等它保存好后重试。',
  'export-blocked': '注册或升级套餐后即可导出。',
  'rate-limited': '请求太频繁，请稍后再试。',
  'token-spent': '这台电脑的免费积分已经领过了，云端每 7 天发放一次。',
  'too-much': '一次发送的内容太多了，请精简一些或分几次发送。',
  'agent-failed': '这次没能做完。',
  'nothing-to-export': '还没有可以导出的内容，先生成一段吧。',
  'render-failed': '视频渲染失败，重试一次后仍未成功。',
  'delivery-broken': '下载的视频文件不完整，请重试。',
  'disk-full': '磁盘空间不足，请清理后重试。',
  'folder-read-only': '这个文件夹无法写入，请换一个位置。',
  'upload-failed': '上传没有完成。',
  'not-sent': '消息没有发出，也没有扣积分。',
  'over-ceiling': '这会超出每日上限。',
};

export const notice: Record<Notice['code'], string> = {
  'silent-edit': '助手没有回复，以下改动读自时间线',
  unchanged: '时间线没有变化。',
  'no-draft': '时间线上还没有内容。',
  'export-started': '已开始导出，你可以继续编辑。',
  'export-cancelled': '没有选择保存位置，未导出。',
  'pick-files': '请选择要上传的文件，也可以直接拖进窗口。',
  'fresh-session': '云端为这个项目新建了时间线，对话记录仍保留在这里。',
  stopped: '已停止。云端可能仍在继续，并会扣除积分。',
  recovering: '与回复的连接中断，正在向云端确认…（{{attempt}}/{{of}}）',
  recovered: '中途断过线，以下是云端的结果。',
};

export const activity: Record<Activity, string> = {
  thinking: '正在思考…',
  generating: '正在生成画面…',
  editing: '正在剪辑…',
  music: '正在选音乐…',
  title: '正在做标题…',
  looking: '正在查看剪辑…',
  working: '正在处理…',
};
