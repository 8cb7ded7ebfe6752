import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ffmpeg } from '../support/clips.ts';
import { makeCut } from '../support/cuts.ts';
import { answerSaveDialog, createPlace, partsOf, startApp, test } from '../support/desktop.ts';

const clips = ['ocean.mp4', 'sunset.mp4', 'city.mp4'];
const oneColour = 'It seems to show a single color throughout.';
const silent = 'It seems to be silent throughout.';

const black = 'color=black:s=640x360:r=25:d=3';
const lastSecond = 'testsrc2=s=640x360:r=25:d=3,drawbox=t=fill:color=black:enable=lt(t\\,2)';
const nothing = 'anullsrc=r=44100:cl=stereo:d=3';
const lateTone = 'aevalsrc=gte(t\\,2.5)*sin(3000*t):d=3';

test('a render that is black or silent throughout is saved, and told', async () => {
  const samplesDir = test.info().outputPath('samples');
  await cp(join(import.meta.dirname, '../../resources/samples'), samplesDir, { recursive: true });
  const place = await createPlace({ demoCloud: { samplesDir } });
  const { app, window, close } = await startApp(place);
  await makeCut(window);

  const exported = async (name: string, picture: string, sound: string) => {
    for (const clip of clips)
      await ffmpeg(
        join(samplesDir, clip),
        `-f lavfi -i ${picture} -f lavfi -i ${sound} -pix_fmt yuv420p -c:v libx264 -c:a aac -shortest`,
      );
    await answerSaveDialog(app, join(place.folder, name));
    await window.getByRole('button', { name: 'Export', exact: true }).click();
    const row = partsOf(window).exports.filter({ hasText: name });
    await expect(row).toContainText('Saved');
    return row;
  };
  const both = await exported('both.mp4', black, nothing);
  await expect(both).toContainText(oneColour);
  await expect(both).toContainText(silent);
  const heard = await exported('heard at the end.mp4', black, lateTone);
  await expect(heard).toContainText(oneColour);
  const seen = await exported('seen at the end.mp4', lastSecond, nothing);
  await expect(seen).toContainText(silent);
  // What was told of a file is all that there is to tell of it.
  await expect(heard).not.toContainText(silent);
  await expect(seen).not.toContainText(oneColour);
  await close();
  await place.close();
});
