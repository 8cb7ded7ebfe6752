import { assertNever } from '../shared/assert-never.ts';
import { type Composition, mediaIdsOf, type Picture } from '../shared/composition/composition.ts';
import { layersAt } from '../shared/composition/frame.ts';
import { type FrameIndex, indexOf } from '../shared/composition/frame-index.ts';
import { isSameRate, perSecondOf } from '../shared/composition/rate.ts';
import { createClock, epochMs } from './clock.ts';
import { createMixer } from './mixer.ts';
import { createPainter } from './paint.ts';
import { doubtsOf } from './doubts.ts';
import { createPictures, isFromProxy, type RenditionOf } from './pictures.ts';
import { contextOf } from './pixels.ts';
import { type Drawn, noneDrawn, type PlayerState, type Post, type ToWorker, type TroubleWords } from './protocol.ts';
import { createSmoothness } from './smoothness.ts';
import { createSnapshots, paintExactly } from './snapshots.ts';
import { mixAhead } from './sound-ahead.ts';
import { createSources, opaqueSizeOf, soundOf } from './sources.ts';
import { sizeStage, stageSize } from './stage-size.ts';
import { soon, wait, waits } from './wait.ts';

/** Plays a composition on one canvas: paused on the very frame that is asked for, or running. */
export class Player {
  #post: Post;
  #context: OffscreenCanvasRenderingContext2D | null = null;
  #size = { width: 0, height: 0 };
  #index: FrameIndex | null = null;
  #base = '';
  #frame = 0;
  #state: PlayerState = 'paused';
  /** Counts plays, pauses and seeks: what an earlier one still has to say comes too late. */
  #run = 0;
  #wanted: number | null = null;
  #onWanted: () => void = () => undefined;
  #onSound: () => void = () => undefined;
  #drawn: Drawn = noneDrawn;
  #painting: Promise<void> = Promise.resolve();
  #clock = createClock(epochMs);
  #painter = createPainter();
  #words: Partial<TroubleWords> = {};
  #smoothness = createSmoothness();
  #renditionOf: RenditionOf = this.#smoothness.choose();
  #sources = createSources(
    () => this.#base,
    () => this.#tellSources(),
  );
  #pictures = createPictures(this.#sources);
  #snapshots = createSnapshots(this.#sources, this.#painter, (item) => this.#reason(item));
  #mixer = createMixer(
    (mediaId) => soundOf(this.#sources, mediaId, this.#renditionOf(mediaId)),
    this.#sources.soundEnded,
  );

  constructor(post: Post) {
    this.#post = post;
  }

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'canvas':
        this.#context = contextOf(message.canvas);
        return this.#resize();
      case 'size':
        this.#size = message;
        return this.#resize('stays');
      case 'composition':
        this.#base = message.mediaBase;
        return this.#open(message.composition);
      case 'seek':
        return this.#seek(message.frame);
      case 'play':
        if (message.from !== null) this.#frame = this.#within(message.from);
        return void (message.speed < 0 ? this.#playBack(message.speed) : this.#play(message.speed));
      case 'pause':
        return this.#pause();
      case 'clock':
        this.#clock.follow(message.frame, message.epochMs);
        return this.#onSound();
      case 'snapshot':
        return void this.#snapshot(message.id, message.frame);
      case 'words':
        this.#words = message.words;
        return this.#painter.setThumbnails(message.thumbnails);
      case 'proxies':
        return this.#smoothness.hear(message.ready, message.pending);
      case 'retry':
        this.#sources.retry();
        this.#pictures.close();
        return this.#state === 'paused' ? this.#seek(this.#frame) : undefined;
      default:
        return assertNever(message);
    }
  }

  /** A new draft takes over between two frames; what did not change in it stays open. */
  #open(composition: Composition): void {
    const before = this.#index?.composition;
    this.#index = indexOf(composition, (mediaId) => opaqueSizeOf(this.#sources.facts().get(mediaId)));
    if (before !== undefined && !isSameRate(before.rate, composition.rate)) this.#pause();
    this.#frame = this.#within(this.#frame);
    this.#sources.keep(mediaIdsOf(composition));
    this.#tellSources();
    this.#resize();
  }

  #resize(picture: 'stays' | 'goes' = 'goes'): void {
    if (this.#context === null || this.#index === null || this.#size.width === 0) return;
    sizeStage(this.#context, stageSize(this.#index.composition.canvas, this.#size), picture);
    // What is about to play still does: its stage is only painted anew.
    if (this.#state === 'waiting') this.#paintNow(this.#context, this.#index, this.#frame, this.#renditionOf);
    else if (this.#state !== 'playing') this.#seek(this.#wanted ?? this.#frame);
  }

  #tellSources(): void {
    this.#post({ kind: 'troubles', troubles: new Map(this.#sources.troubles()) });
    const composition = this.#index?.composition;
    if (composition === undefined) return;
    const facts = this.#sources.facts();
    this.#post({ kind: 'doubts', doubts: doubtsOf(composition, facts) });
    this.#post({ kind: 'heavy', mediaIds: this.#smoothness.heavy(facts) });
  }

  /** What is said in place of a picture. */
  #reason({ source }: Picture): string {
    const trouble = source === null ? undefined : this.#sources.troubles().get(source.mediaId);
    return trouble === undefined ? '' : (this.#words[trouble] ?? '');
  }

  #tell(state: PlayerState): void {
    this.#state = state;
    this.#post({ kind: 'frame', frame: this.#frame, state });
  }

  /** While one frame is read, only the last one that was asked for waits. */
  #seek(frame: number): void {
    const busy = this.#wanted !== null;
    this.#wanted = frame;
    this.#onWanted();
    this.#stopSound();
    this.#state = 'seeking';
    if (!busy) void this.#showWanted();
  }

  async #showWanted(): Promise<void> {
    for (let shown: number | null = null; this.#wanted !== null && shown !== this.#wanted;) {
      if (this.#index === null || this.#context === null || this.#state !== 'seeking') break;
      shown = this.#wanted;
      this.#frame = this.#within(shown);
      this.#tell('seeking');
      const [index, context, at] = [this.#index, this.#context, this.#frame];
      const hurry = setTimeout(() => this.#paintCards(context, index, at), waits.blankMs);
      const isToFollow = await this.#paintQuickly(context, index, at);
      const isStill = this.#wanted === shown && this.#state === 'seeking';
      if (!isToFollow || isStill) await this.#paintExactly(context, at);
      clearTimeout(hurry);
    }
    this.#wanted = null;
    // What was told to play meanwhile does not stand still.
    if (this.#state === 'seeking' || this.#index === null) this.#tell('paused');
    void this.#sources.openAhead();
  }

  /** From proxies, where they are made, which are quick to seek in; then it waits whether another frame is asked for. */
  async #paintQuickly(context: OffscreenCanvasRenderingContext2D, index: FrameIndex, frame: number): Promise<boolean> {
    const renditionOf = this.#smoothness.choose();
    if (!isFromProxy(layersAt(index, frame), renditionOf)) return false;
    await this.#paintExactly(context, frame, renditionOf);
    if (this.#wanted !== frame || this.#state !== 'seeking') return true;
    this.#tell('seeking');
    await Promise.race([wait(waits.restMs), new Promise<void>((resolve) => (this.#onWanted = resolve))]);
    return true;
  }

  /** Where all is merely slow, what stands there is better than nothing. */
  #paintCards(context: OffscreenCanvasRenderingContext2D, index: FrameIndex, frame: number): void {
    const isMissing = layersAt(index, frame).some(
      (layer) => layer.kind === 'picture' && this.#reason(layer.item) !== '',
    );
    if (isMissing) this.#paintNow(context, index, frame);
  }

  #paintNow(context: OffscreenCanvasRenderingContext2D, index: FrameIndex, frame: number, of?: RenditionOf): void {
    this.#painter.paint(
      context,
      index.composition,
      layersAt(index, frame),
      (layer) => this.#pictures.now(layer, of) ?? this.#reason(layer.item),
    );
  }

  /** One after the other: two at once would take each other's pages. */
  #paintExactly(context: OffscreenCanvasRenderingContext2D, frame: number, renditionOf?: RenditionOf): Promise<void> {
    this.#painting = this.#painting.then(async () => {
      const [index, painter, pictures] = [this.#index, this.#painter, this.#pictures];
      const reason = (item: Picture): string => this.#reason(item);
      if (index !== null) await paintExactly(context, { painter, pictures, index, frame, reason, renditionOf });
    });
    return this.#painting;
  }

  async #play(speed: number): Promise<void> {
    const index = this.#index;
    if (index === null || this.#context === null || index.composition.frames === 0) return;
    this.#stopSound();
    const run = (this.#run += 1);
    const isOver = (): boolean => run !== this.#run;
    if (this.#frame >= index.composition.frames - 1) this.#frame = 0;
    this.#tell('waiting');
    await Promise.race([this.#smoothness.settled(), wait(waits.smoothingMs)]);
    if (isOver()) return;
    const renditionOf = (this.#renditionOf = this.#smoothness.choose());
    this.#pictures.prepare(index, this.#frame, renditionOf);
    const perSecond = perSecondOf(index.composition.rate);
    const sound = mixAhead(this.#mixer, {
      from: this.#frame / perSecond,
      isOver,
      index: () => this.#index,
      frame: () => this.#frame,
      speed,
      give: (block) => this.#post({ kind: 'sound', run, block }, [block.left.buffer, block.right.buffer]),
    });
    const pictures = this.#painting.then(() => this.#pictures.ready(layersAt(index, this.#frame), renditionOf));
    await Promise.race([Promise.all([pictures, sound]), wait(waits.pictureMs)]);
    if (isOver()) return;
    const heard = new Promise<void>((resolve) => (this.#onSound = resolve));
    this.#clock.start(this.#frame, perSecond * speed);
    this.#post({ kind: 'start', run, frame: this.#frame });
    const outcome = await Promise.race([heard.then(() => 'heard'), wait(waits.soundMs).then(() => 'silent')]);
    if (isOver()) return;
    if (outcome === 'silent') this.#clock.start(this.#frame, perSecond * speed);
    this.#tell('playing');
    this.#drawn = { ...noneDrawn, from: this.#frame };
    this.#tick(run);
  }

  /** Backwards each frame has to be looked for anew: as many are shown as there is time for. */
  async #playBack(speed: number): Promise<void> {
    this.#stopSound();
    const run = (this.#run += 1);
    const [index, context] = [this.#index, this.#context];
    if (index === null || context === null) return;
    this.#clock.start(this.#frame, perSecondOf(index.composition.rate) * speed);
    this.#tell('playing');
    while (run === this.#run && this.#frame > 0) {
      const frame = this.#within(Math.ceil(this.#clock.now()));
      if (frame < this.#frame) await this.#paintExactly(context, frame);
      else await wait(waits.frameMs);
      if (run !== this.#run) return;
      this.#frame = Math.min(this.#frame, frame);
      this.#tell('playing');
    }
    if (run === this.#run) this.#pause();
  }

  #within(frame: number): number {
    return Math.max(0, Math.min(frame, (this.#index?.composition.frames ?? 1) - 1));
  }

  #tick(run: number): void {
    soon(() => {
      const index = this.#index;
      if (run !== this.#run || index === null || this.#context === null) return;
      const last = index.composition.frames - 1;
      const frame = Math.max(this.#frame, Math.min(last, Math.floor(this.#clock.now())));
      const { from, due, drawn } = this.#drawn;
      if (frame !== this.#frame || drawn === 0) {
        this.#drawn = { from, to: frame, due: due + Math.max(1, frame - this.#frame), drawn: drawn + 1 };
        this.#frame = frame;
        this.#pictures.prepare(index, frame, this.#renditionOf);
        this.#paintNow(this.#context, index, frame, this.#renditionOf);
        this.#tell('playing');
      }
      if (frame >= last) this.#pause();
      else this.#tick(run);
    });
  }

  #stopSound(): void {
    if (this.#state !== 'playing' && this.#state !== 'waiting') return;
    this.#run += 1;
    this.#post({ kind: 'stop' });
    const drawn = this.#drawn;
    this.#drawn = noneDrawn;
    this.#post({ kind: 'drawn', ...drawn });
    if (this.#index === null) return;
    this.#smoothness.judge(this.#index.composition, this.#sources.facts(), drawn);
    this.#tellSources();
  }

  #pause(): void {
    if (this.#state !== 'playing' && this.#state !== 'waiting') return;
    // The frame that is left standing is the exact one.
    this.#seek(this.#frame);
  }

  async #snapshot(id: number, frame: number): Promise<void> {
    const png = this.#index && (await this.#snapshots(this.#index, this.#within(frame)));
    this.#post({ kind: 'snapshot', id, png }, png === null ? [] : [png]);
  }
}
