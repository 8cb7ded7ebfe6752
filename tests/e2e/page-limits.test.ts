import { createServer } from 'node:net';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { dropFiles, openedPages, partsOf, recordPages } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest('no permission is given that is not needed', async ({ window: page }) => {
  const given = await page.evaluate(async () => {
    const query = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    const camera = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => 'granted',
      (error: unknown) => (error as Error).name,
    );
    const place = await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        ({ code }) => done(`error ${code}`),
      ),
    );
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await query('geolocation'),
      midi: await query('midi'),
      clipboardRead: await query('clipboard-read'),
      camera,
      place,
    };
  });
  expect(given).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    midi: 'denied',
    clipboardRead: 'denied',
    camera: 'NotAllowedError',
    place: 'error 1',
  });
});

type Kind = 'app' | 'media-worker';

/** What a script in one of our pages gets for these expressions, with a click of the user behind it; null where there is no such page. */
async function inPage(
  app: ElectronApplication,
  kind: Kind,
  tries: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>> | null> {
  return app.evaluate(
    async ({ BrowserWindow }, given) => {
      const windows = BrowserWindow.getAllWindows();
      const page = windows.find(({ webContents }) => webContents.getURL().startsWith(`rushes://${given.kind}/`));
      if (!page) return null;
      const answers: Record<string, unknown> = {};
      for (const [name, code] of Object.entries(given.tries))
        answers[name] = await page.webContents.executeJavaScript(
          `(async () => ${code})().then((value) => value, (error) => error.name)`,
          true,
        );
      const contents = page.webContents as Electron.WebContents & {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      return { ...answers, ip: contents.getWebRTCIPHandlingPolicy(), preferences: contents.getLastWebPreferences() };
    },
    { kind, tries },
  );
}

const shut = {
  pickers: `['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter((name) => name in window)`,
  print: `new Promise((done) => { onbeforeprint = () => done('printed'); print(); done('nothing'); })`,
  asked: `confirm('Really?')`,
  download: `Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.sh' }).click()`,
  pointer: `document.documentElement.requestPointerLock()`,
  read: `navigator.clipboard.readText()`,
  usb: `navigator.usb.requestDevice({ filters: [] })`,
  screen: `navigator.mediaDevices.getDisplayMedia()`,
};
const shutAnswers = {
  pickers: [],
  print: 'nothing',
  asked: false,
  pointer: 'SecurityError',
  read: 'NotAllowedError',
  usb: 'SecurityError',
  screen: 'NotAllowedError',
};

sharedTest(
  'no page shows a picker, prints, asks, saves a file, or reaches a network',
  async ({ app, window: page }) => {
    await app.evaluate(({ session }) => {
      const downloads: string[] = [];
      Object.assign(globalThis, { downloads });
      session.defaultSession.on('will-download', (event) => downloads.push(String(event.defaultPrevented)));
    });
    const reached: string[] = [];
    const server = createServer((socket) => {
      reached.push('reached');
      socket.destroy();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const network = {
      turn: `(async () => {
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'x', credential: 'x' }],
      });
      peer.createDataChannel('x');
      const ended = new Promise((done) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done(); });
      await peer.setLocalDescription(await peer.createOffer());
      await ended;
      return (peer.localDescription.sdp.match(/a=candidate/g) ?? []).length;
    })()`,
    };
    const held = { ...shutAnswers, turn: 0, ip: 'disable_non_proxied_udp' };
    const apart = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    };
    expect(await inPage(app, 'app', { ...shut, ...network })).toMatchObject({ ...held, preferences: apart });

    // The hidden page is there as long as it looks into a file, and a while longer.
    await dropFiles(page, [join(import.meta.dirname, '../../resources/samples/ocean.mp4')]);
    await expect.poll(() => inPage(app, 'media-worker', {}), { intervals: [20] }).not.toBeNull();
    expect(await inPage(app, 'media-worker', { ...shut, ...network })).toMatchObject({ ...held, preferences: apart });

    expect(reached).toEqual([]);
    expect(await app.evaluate(() => (globalThis as unknown as { downloads: string[] }).downloads)).toEqual([]);
    server.close();
  },
);

sharedTest(
  'one dialog at a time, and a link asks before it opens, with "Cancel" ready',
  async ({ app, control, window: page }) => {
    await recordPages(app);
    await app.evaluate(({ dialog }) => {
      const shown: unknown[] = [];
      const waiting: (() => void)[] = [];
      Object.assign(globalThis, { shown, closeAll: () => waiting.splice(0).forEach((close) => close()) });
      dialog.showOpenDialog = () =>
        new Promise((done) => {
          shown.push('picker');
          waiting.push(() => done({ canceled: true, filePaths: [] }));
        });
      dialog.showMessageBox = (...given: unknown[]) => {
        const { message, detail, buttons, defaultId, cancelId } = given.at(-1) as Electron.MessageBoxOptions;
        shown.push({ message, detail, ready: buttons?.[defaultId ?? 0], closed: buttons?.[cancelId ?? 0] });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
    const ofMain = () => app.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown);
    const picked = page.evaluate(async () => {
      const { request } = window.rushes;
      const snapshot = await request('app.subscribe', {});
      const projectId = snapshot.ok ? snapshot.data.openProjectId : '';
      return Promise.all([
        request('upload.pick', { projectId }),
        request('upload.pick', { projectId }),
        request('batch.pick', {}),
        request('app.openUrl', { url: 'https://example.org/now' }),
      ]);
    });
    await expect.poll(ofMain).toEqual(['picker']);
    await app.evaluate(() => (globalThis as unknown as { closeAll: () => void }).closeAll());
    expect((await picked).map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await ofMain()).toEqual(['picker']);
    expect(await openedPages(app)).toEqual([]);

    control.script({
      kind: 'text',
      text: 'Look at [your bank](https://www.b\u0430nk.example/login?next=1) or [us](https://nemovideo.com/away).',
    });
    const { answer, message } = partsOf(page);
    await message.fill('tell me');
    await message.press('Enter');
    await answer.getByRole('link', { name: 'your bank' }).click();
    await expect.poll(() => openedPages(app)).toEqual(['https://www.xn--bnk-6cd.example/login?next=1']);
    await answer.getByRole('link', { name: 'us', exact: true }).click();
    await expect.poll(ofMain).toHaveLength(3);
    expect((await ofMain()).slice(1)).toEqual([
      {
        message: 'Open a page of www.xn--bnk-6cd.example in your browser?',
        detail: 'https://www.xn--bnk-6cd.example/login?next=1',
        ready: 'Cancel',
        closed: 'Cancel',
      },
      {
        message: 'Open a page of nemovideo.com in your browser?',
        detail: 'https://nemovideo.com/away',
        ready: 'Cancel',
        closed: 'Cancel',
      },
    ]);
  },
);
