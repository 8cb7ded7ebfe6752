/** 窗口不在眼前时会发生什么。 */
export const desktop = {
  background: '在后台继续运行',
  backgroundHint: '关闭窗口后，先完成正在进行的导出、上传和回复。关闭此项后，关窗口时会先询问。',
  sound: '完成时播放提示音',
  soundHint: '通知出现时响一声。',
};

/** 上次未完成的工作后来怎样了。 */
export const startupReport = {
  title: '你离开期间…',
  show: '查看',
  showOne: '查看：{{name}}',
  saved: '已保存',
  'export-failed': '未导出',
  answered: '已回复',
  'answer-failed': '没有回复',
  'answer-unknown': '未确认',
  'not-sent': '尚未发送',
  'not-uploaded': '未上传',
};
