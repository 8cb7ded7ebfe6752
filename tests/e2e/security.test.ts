import { expect } from '@playwright/test';
import { longestMessage } from '../../src/shared/domain/turn.ts';
import { partsOf, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest('the bridge is all that the page has, and it is frozen', async ({ window: page }) => {
  const seen = await page.evaluate(() => {
    const bridge = window.rushes as unknown as Record<string, unknown>;
    try {
      bridge['request'] = () => 'forged';
    } catch {
      // A frozen object may say so.
    }
    return {
      keys: Object.keys(window.rushes).sort(),
      forged: String(bridge['request']).includes('forged'),
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
        (name) => name in globalThis,
      ),
    };
  });
  expect(seen).toEqual({ keys: ['addBatchFiles', 'addFiles', 'first', 'on', 'request'], forged: false, node: [] });
});

sharedTest('unknown requests and bad inputs are turned away', async ({ control, window: page }) => {
  const answers = await page.evaluate(
    async (tooLong) => {
      const request = window.rushes.request as unknown as (...given: readonly unknown[]) => Promise<unknown>;
      const project = '7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11';
      return Promise.all([
        request('app.quit', {}),
        request('toString', {}),
        request('__proto__', {}),
        request(null, {}),
        request({ name: 'app.subscribe' }, {}),
        request(),
        request('app.subscribe', { more: 1 }),
        request('app.subscribe', null),
        request('turn.send', { projectId: 'none', text: 'Hello', uploadIds: [] }),
        request('turn.send', { projectId: project, text: '   ', uploadIds: [] }),
        request('turn.send', { projectId: project, text: tooLong, uploadIds: [] }),
        request('turn.send', { projectId: project, text: 'Hello', uploadIds: ['../../etc/passwd'] }),
        request('app.openUrl', { url: 'file:///etc/passwd' }),
        request('app.openUrl', { url: 'javascript:alert(1)' }),
        request('app.openLink', { link: 'https://elsewhere.test' }),
        request('settings.change', { language: 'xx' }),
        request('project.thumbnail', { projectId: project, image: 'data:image/svg+xml;base64,PHN2Zy8+' }),
      ]);
    },
    'x'.repeat(longestMessage + 1),
  );
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'bad-request' } });
  const stranger = await page.evaluate(() =>
    window.rushes.request('turn.send', {
      projectId: '7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11',
      text: 'Hello',
      uploadIds: [],
    }),
  );
  expect(stranger).toEqual({ ok: false, error: { code: 'not-found' } });
  expect(control.calls('run-sse')).toEqual([]);
});

// Playwright takes a page whose navigation was refused for one that still goes somewhere: nobody else shares its app.
test('the page opens no windows, goes nowhere, and embeds nothing', async ({ place, start }) => {
  const { app, window: page } = await start();
  await expect(partsOf(page).status).toHaveText('Ready!');
  const address = page.url();
  const result = await page.evaluate(async (elsewhere) => {
    const opened = [window.open(elsewhere), window.open('about:blank'), window.open(location.href)];
    const frame = document.createElement('iframe');
    frame.src = location.href;
    document.body.append(frame);
    const settled = await new Promise<string>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective), { once: true });
    });
    const inFrame = ((): boolean => {
      try {
        return 'rushes' in (frame.contentWindow ?? {});
      } catch {
        // The blocked page may have taken the frame's place already: it is of another origin.
        return false;
      }
    })();
    frame.remove();
    location.href = elsewhere;
    location.assign('file:///etc/passwd');
    return { opened, settled, inFrame };
  }, place.demoCloud.url);
  expect(result).toEqual({ opened: [null, null, null], settled: 'frame-src', inFrame: false });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(page.url()).toBe(address);
  // The page is the one that it was, and works.
  const still = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('[location.href, typeof window.rushes.request]'),
  );
  expect(still).toEqual([address, 'function']);
  expect(place.demoCloud.control.calls('unknown')).toEqual([]);
});

sharedTest(
  'a page of another origin is not heard, even with the bridge in its hands',
  async ({ app, window: page }) => {
    const preload = await app.evaluate(({ app: electron }) => `${electron.getAppPath()}/out/preload/preload.cjs`);
    const answers = await app.evaluate(async ({ BrowserWindow }, script) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>Hello</p>');
      const given: unknown = await stranger.webContents.executeJavaScript(`Promise.all([
      window.rushes.request('app.subscribe', {}),
      window.rushes.request('rehearsal.begin', {}),
      window.rushes.addFiles('7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11', []),
    ])`);
      stranger.destroy();
      return given;
    }, preload);
    const refused = { ok: false, error: { code: 'bad-request' } };
    expect(answers).toEqual([refused, refused, refused]);
    await expect(page.getByText('Rehearsal', { exact: true })).toBeHidden();
  },
);

sharedTest('a frame inside our own window is not heard', async ({ app }) => {
  const preload = await app.evaluate(({ app: electron }) => `${electron.getAppPath()}/out/preload/preload.cjs`);
  const answer = await app.evaluate(async ({ BrowserWindow }, script) => {
    const host = new BrowserWindow({
      show: false,
      webPreferences: { preload: script, sandbox: true, nodeIntegrationInSubFrames: true },
    });
    await host.loadURL('data:text/html,<iframe srcdoc="<p>Inside</p>"></iframe>');
    const frame = host.webContents.mainFrame.frames[0];
    const given: unknown = await frame?.executeJavaScript(`window.rushes.request('app.subscribe', {})`);
    host.destroy();
    return given;
  }, preload);
  expect(answer).toEqual({ ok: false, error: { code: 'bad-request' } });
});

sharedTest('nothing outside the window’s own files is served', async ({ app }) => {
  const statuses = await app.evaluate(async ({ net }) => {
    const addresses = [
      'rushes://app/index.html',
      'rushes://app/..%2f..%2fpackage.json',
      'rushes://app/..%5c..%5cpackage.json',
      'rushes://app/%2e%2e/%2e%2e/package.json',
      'rushes://app//etc/passwd',
      'rushes://app/%00',
      'rushes://app/%',
      'rushes://app/media/..%2f..%2fpackage.json',
      'rushes://app/media/7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11',
      'rushes://elsewhere/index.html',
    ];
    return Promise.all(addresses.map(async (address) => (await net.fetch(address)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
});

sharedTest('the policy of the page blocks foreign and inline code', async ({ control, shared, window: page }) => {
  const blocked = await page.evaluate(async (elsewhere) => {
    const violations = new Set<string>();
    const allBlocked = new Promise<void>((done) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.add(effectiveDirective);
        if (violations.size === 4) done();
      });
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.stolen = true';
    const foreign = document.createElement('script');
    foreign.src = `${elsewhere}/script.js`;
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(inline, foreign, style);
    const image = new Image();
    image.src = `${elsewhere}/picture.png`;
    const fetched = await fetch(`${elsewhere}/api`).then(
      () => 'fetched',
      () => 'blocked',
    );
    await allBlocked;
    return { stolen: 'stolen' in window, fetched, violations: [...violations].sort() };
  }, shared.place.demoCloud.url);
  expect(blocked).toEqual({
    stolen: false,
    fetched: 'blocked',
    violations: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'],
  });
  expect(control.calls('unknown')).toEqual([]);
});
