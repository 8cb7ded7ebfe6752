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
