/** 窗口不在眼前时会发生什么。 */
export const desktop = {
  background: '在后台继续运行',
  backgroundHint: '关闭窗口后，先完成正在进行的导出、上传和回复。关闭此项后，关窗口时会先询问。',
  sound: '完成时播放提示音',
  soundHint: '通知出现时响一声。',
};
