import { expect } from '@playwright/test';
import { partsOf, test } from '../support/desktop.ts';
import { startHttpProxy } from '../support/proxies.ts';

const schemes = { http_proxy: '127.0.0.1:7890', HTTPS_PROXY: 'socks4://127.0.0.1:1080', ALL_PROXY: 'nonsense %zz' };

test('starts with proxies that cannot be used, says so, and takes another setting at once', async ({ start }) => {
  const { window } = await start({ env: schemes });
  await expect(partsOf(window).status).toHaveText('Ready!');
  await expect(window.getByText("The proxy in HTTPS_PROXY can't be used")).toBeVisible();
  await window.getByRole('button', { name: 'Network settings' }).click();

  const network = window.getByRole('group', { name: 'Proxy' });
  const address = window.getByRole('textbox', { name: 'Proxy address' });
  await expect(network.getByRole('radio', { name: 'System' })).toBeChecked();
  await window.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(window.getByText('Connected to the Rushes service, without a proxy.')).toBeVisible();

  await network.getByText('Manual').click();
  await address.fill('ftp://proxy');
  await address.press('Enter');
  await expect(window.getByText("Rushes can't use this kind of proxy.")).toBeVisible();
  const proxy = await startHttpProxy();
  await address.fill(`user:secret@${proxy.address}`);
  await address.press('Enter');
  await expect(address).toHaveValue(`user:•••@${proxy.address}`);
  await window.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(window.getByText('Connected to the Rushes service, without a proxy.')).toBeVisible();
  await proxy.close();
  await window.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(window.getByText(`The proxy ${proxy.address} doesn't answer.`)).toBeVisible();
  await network.getByText('None').click();
  await expect(network.getByRole('radio', { name: 'None' })).toBeChecked();
  await expect(window.getByText("The proxy in HTTPS_PROXY can't be used")).toBeHidden();
});

test('goes the way that the system’s PAC says, and says what the proxy there answers', async ({ start }) => {
  const proxy = await startHttpProxy({ status: 403 });
  const script = `function FindProxyForURL(url, host) { return host === 'cloud.invalid' ? 'PROXY ${proxy.address}' : 'DIRECT'; }`;
  const pac = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
  const { window } = await start({
    env: { NEMO_API_URL: 'https://cloud.invalid' },
    args: [`--proxy-pac-url=${pac}`],
  });
  await expect(window.getByRole('alert')).toContainText('The proxy refused the connection to the Rushes service.');
  expect(new Set(proxy.tunnels)).toEqual(new Set(['cloud.invalid:443']));
  await window.getByRole('alert').getByRole('button', { name: 'Network settings' }).click();
  await window.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(window.getByText(`The proxy ${proxy.address} refused the connection`)).toBeVisible();
  await proxy.close();
});
