import type { NetworkReport } from '../../shared/domain/network.ts';

const report: Record<Exclude<NetworkReport['outcome'], 'reachable'>, string> = {
  unreachable: '连不上 Rushes 服务，请检查网络。',
  certificate: '能连上，但证书不受信任。请在这台电脑上安装你所在网络的证书。',
  'proxy-unreachable': '代理 {{proxy}} 没有响应。请检查地址，并确认代理正在运行。',
  'proxy-refuses': '代理 {{proxy}} 拒绝连接 Rushes 服务。',
  'proxy-sign-in': '代理 {{proxy}} 需要用户名和密码：用户名:密码@主机:端口。',
};

export const network = {
  title: '网络',
  system: '跟随系统',
  manual: '手动',
  none: '不使用',
  address: '代理地址',
  addressHint: '支持 HTTP、HTTPS、SOCKS5，例如 127.0.0.1:7890 或 socks5://127.0.0.1:1080',
  addressExample: '127.0.0.1:7890',
  test: '测试',
  testing: '正在测试…',
  testHint: '通过哪个代理连接 Rushes 服务。',
  reachableDirectly: '已连接到 Rushes 服务，没有经过代理。',
  reachableThrough: '已通过 {{proxy}} 连接到 Rushes 服务。',
  report,
  settings: '网络设置',
  troubleOfVariable: '{{source}} 指定的代理无法使用，Rushes 已改为直接连接。可以使用 HTTP、HTTPS 和 SOCKS5 代理。',
  troubleSilent: '{{source}} 指定的代理没有响应，Rushes 已改为直接连接。',
  troubleOfSystem: '系统设置的代理无法使用，Rushes 已改为直接连接。可以使用 HTTP、HTTPS 和 SOCKS5 代理。',
};

/** Whose access is used, and signing in with one's own. */
export const account = {
  title: '账号',
  free: '这台电脑的免费额度',
  signedIn: '已登录',
  byVariable: '已通过 NEMO_TOKEN 登录',
  byVariableHint: '登录信息来自环境变量，不会保存。',
  rehearsal: '体验模式不需要账号。',
  code: '登录码',
  codeHint: '账号页面上的 API token。系统支持时会加密保存。',
  signIn: '登录',
  signOut: '退出登录',
  signedInHint: '退出登录后恢复使用这台电脑的免费额度。',
  spent: '免费积分已用完',
  spentOn: '免费积分已用完，{{date}}重新发放。登录或注册后即可继续。',
  spentAt: '免费积分已用完，{{time}} 重新发放。登录或注册后即可继续。',
  signInOrRegister: '登录或注册',
  enterCode: '输入登录码…',
  dateLocale: 'zh-CN',
  leaveRehearsal: '退出体验',
};
