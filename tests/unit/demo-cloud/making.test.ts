import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DemoCloud, Maker } from '../../../src/demo-cloud/demo-cloud.ts';
import type { ClipOrder, MusicOrder } from '../../../src/demo-cloud/maker.ts';
import { type Client, openClient, openDemoCloud, textsOf } from './rig.ts';

type Fails = { clip: boolean; music: boolean };

/** A demo cloud whose maker writes down what it is told, and fails where it is asked to. */
async function openStudio() {
  const clips: ClipOrder[] = [];
  const songs: MusicOrder[] = [];
  const canvases: unknown[] = [];
  const fails: Fails = { clip: false, music: false };
  const make = async ({ to }: { readonly to: string }, isBroken: boolean): Promise<void> => {
    if (isBroken) throw new Error('The painter could not make its file');
    await writeFile(to, 'made');
  };
  const maker: Maker = {
    kind: 'painter',
    clip: (order) => {
      clips.push(order);
      return make(order, fails.clip);
    },
    music: (order) => {
      songs.push(order);
      return make(order, fails.music);
    },
    render: (order) => {
      canvases.push(order.canvas);
      return make(order, false);
    },
  };
  const demoCloud = await openDemoCloud({ maker });
  const client = await openClient(demoCloud);
  const say = async (text: string): Promise<string> => {
    demoCloud.control.script({ kind: 'spoken', editorTalk: false });
    return (await client.say(text)).text();
  };
  return { demoCloud, client, say, clips, songs, canvases, fails };
}

const creditsOf = async ({ call }: Client) => (await (await call('GET', '/api/credits/balance/simple')).json()).data;

/** How long the music in a draft is, ms, as its file was ordered, and as it lies on the timeline. */
function musicIn({ control }: DemoCloud, sid: string): { readonly ordered: number; readonly laid: number } {
  const draft = control.draft(sid) as {
    readonly t: readonly { readonly tt: number; readonly sg: readonly object[] }[];
  };
  const [song] = draft.t.find(({ tt }) => tt === 1)?.sg ?? [];
  const ordered = Number(/-(\d+)\.m4a/.exec(JSON.stringify(song))?.[1]);
  return { ordered, laid: (song as { readonly d: number }).d };
}

describe('what a rehearsal makes', () => {
  it('is ordered as the words have it, once, and is there before the draft names it', async () => {
    const { say, clips, songs, client } = await openStudio();
    await say('a cat in the forest, 4 seconds, 9:16');
    expect(clips).toHaveLength(1);
    expect(clips[0]?.scene).toMatchObject({ ratio: '9:16', seconds: 4 });
    expect(songs).toHaveLength(1);
    const file = clips[0]?.to.split('/').at(-1) ?? '';
    expect(await (await client.call('GET', `/files/made/${file}`)).text()).toBe('made');
    await say('new project: a cat in the forest, 4 seconds, 9:16');
    expect(new Set(clips.map(({ to }) => to)).size).toBe(clips.length);
  });

  it('has music in the tempo and key that were named, as long as the film', async () => {
    const { demoCloud, client, say, songs } = await openStudio();
    await say('a boat at sunset, 12 seconds');
    expect(songs[0]?.music).toMatchObject({ seconds: 12, bpm: null, tonic: null, mode: null });
    await say('add sad music at 90 bpm in A minor');
    expect(songs[1]?.music).toMatchObject({ mood: 'sad', seconds: 12, bpm: 90, tonic: 9, mode: 'minor' });
    expect(musicIn(demoCloud, client.sid)).toEqual({ ordered: 12_000, laid: 12_000 });
  });

  it('composes the same music for another length where the film changes, and none where it does not', async () => {
    const { demoCloud, client, say, songs } = await openStudio();
    await say('a boat at sunset, 12 seconds');
    const [{ music: first }] = songs as [MusicOrder];
    await say('trim it to 6 seconds');
    expect(musicIn(demoCloud, client.sid)).toEqual({ ordered: 6000, laid: 6000 });
    expect(songs.at(-1)?.music).toEqual({ ...first, seconds: 6 });
    const count = songs.length;
    await say('add the title "Evening"');
    expect(songs).toHaveLength(count);
    await say('undo');
    await say('undo');
    expect(musicIn(demoCloud, client.sid)).toEqual({ ordered: 12_000, laid: 12_000 });
  });

  it('that fails is never called ready: the agent says so, nothing is added and nothing is paid', async () => {
    const { demoCloud, client, say, fails } = await openStudio();
    fails.clip = true;
    const before = demoCloud.control.draft(client.sid);
    const told = textsOf(await say('a boat at sunset')).join(' ');
    expect(told).toContain('Something went wrong while I was making the clip');
    expect(told).not.toMatch(/is ready|All done/);
    expect(demoCloud.control.draft(client.sid)).toEqual(before);
    expect(await creditsOf(client)).toEqual({ available: 100, frozen: 0, total: 100 });
    fails.clip = false;
    expect(textsOf(await say('a boat at sunset')).join(' ')).toContain('is ready');
    expect((await creditsOf(client)).available).toBe(52);
  });

  it('says in Chinese that the music failed, and leaves the video as it is', async () => {
    const { demoCloud, client, say, fails } = await openStudio();
    await say('一只猫在森林里');
    const before = demoCloud.control.draft(client.sid);
    const { available } = await creditsOf(client);
    fails.music = true;
    const told = textsOf(await say('换一首史诗音乐')).join('');
    expect(told).toContain('制作音乐时出错');
    expect(demoCloud.control.draft(client.sid)).toEqual(before);
    expect(await creditsOf(client)).toMatchObject({ available, frozen: 0 });
  });

  it.each([
    ['a boat at sunset, 3 seconds', 1280, 720],
    ['a boat at sunset, 1080p, 3 seconds', 1920, 1080],
    ['竖屏的小船，1080p，3秒', 1080, 1920],
    ['a boat at sunset, 4:5, 3 seconds', 720, 900],
  ])('is rendered as large as it was asked for: %s', async (prompt, width, height) => {
    const { demoCloud, client, say, canvases } = await openStudio();
    await say(prompt);
    await client.submit('render-1');
    await demoCloud.control.until(() => demoCloud.control.renders()[0]?.status === 'completed');
    expect(canvases).toEqual([expect.objectContaining({ width, height })]);
  });

  it('is made also where the agent edits without a word', async () => {
    const { demoCloud, client, say, songs } = await openStudio();
    await say('a boat at sunset');
    const count = songs.length;
    demoCloud.control.script({ kind: 'silent', ending: 'empty-body' });
    expect(await (await client.say('add epic music')).text()).toBe('');
    expect(songs).toHaveLength(count + 1);
  });
});
