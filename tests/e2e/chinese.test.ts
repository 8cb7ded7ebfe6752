import { expect } from '@playwright/test';
import { test } from '../support/desktop.ts';

test('on a Chinese desktop everything has a Chinese name, and so has the way out where there is no cloud', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  await control.offline();
  const { window } = await start({ args: ['--lang=zh-CN'] });
  const status = window.getByRole('status', { name: '连接状态' });
  await expect(status).toHaveText('离线');
  await expect(window.getByRole('alert')).toContainText('连不上 Rushes 服务，请检查网络后重试。');
  await window.getByRole('button', { name: '离线体验' }).click();
  await expect(window.getByText('体验模式', { exact: true })).toBeVisible();
  await expect(status).toHaveText('已就绪');
  await window.getByRole('button', { name: '退出体验' }).click();
  await expect(status).toHaveText('离线');
  await control.online();
  await window.getByRole('button', { name: '重试' }).click();
  await expect(status).toHaveText('已就绪');
  await expect(window.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(window.getByRole('navigation', { name: '项目' })).toContainText('新建项目');
  for (const name of ['预览', '时间线', '导出'])
    await expect(window.getByRole('region', { name, exact: true })).toBeVisible();
  for (const name of ['导出', '设置', '积分', '添加文件', '发送'])
    await expect(window.getByRole('button', { name, exact: true })).toBeVisible();
  const conversation = window.getByRole('log', { name: '对话' });
  await expect(conversation).toContainText('今天想做点什么？');

  const answer = conversation.getByRole('article', { name: '助手' }).last();
  const message = window.getByRole('textbox', { name: '消息' });
  await message.fill('导出');
  await message.press('Enter');
  await expect(answer).toContainText('还没有可以导出的内容，先生成一段吧。');

  control.fault({ on: 'run-sse', kind: 'envelope', code: 2001 });
  await message.fill('生成一段海边的视频');
  await message.press('Enter');
  await expect(answer).toContainText('积分不足，无法完成这一步。已经做好的内容都会保留。');
  await expect(answer.getByRole('button', { name: '去注册' })).toBeVisible();
  await answer.getByRole('button', { name: '再发一次' }).click();
  await expect(window.getByRole('region', { name: '时间线' })).toContainText(/第 1 版|版本 \d/);
  await expect(window.getByRole('button', { name: '停止', exact: true })).toBeHidden();
  expect(control.calls('create-session').map(({ body }) => body)).toEqual([
    expect.objectContaining({ language: 'zh-CN' }),
  ]);
  // No English is left over, but for the one line of the cloud's contract about the cut.
  const words = await window.locator('body').innerText();
  expect(words).not.toMatch(/\b(?:Export|Settings|Send|Projects|Preview|Ready|Version|credits)\b/i);
});
