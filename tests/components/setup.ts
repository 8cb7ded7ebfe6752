import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import type { Bridge } from '../../src/shared/contract/bridge.ts';
import { loadChinese } from '../../src/renderer/locales/text.ts';
import { loadDeferred } from '../../src/renderer/ui/deferred.tsx';
import { bridgeAnswers } from './rig.ts';

// What the window has and jsdom has not. Nothing is laid out there: what scrolls is as large as the window, all else is one row.
const size = { width: 1280, height: 800 };
const rowHeight = 40;

class RowObserver implements ResizeObserver {
  readonly #changed: ResizeObserverCallback;
  constructor(changed: ResizeObserverCallback) {
    this.#changed = changed;
  }
  observe(target: Element): void {
    const height = target.classList.contains('overflow-y-auto') ? size.height : rowHeight;
    const entry = { target, contentRect: { ...size, height } } as unknown as ResizeObserverEntry;
    queueMicrotask(() => this.#changed([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', RowObserver);
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
Object.defineProperties(HTMLElement.prototype, {
  offsetParent: { get: () => document.body, configurable: true },
  clientHeight: { get: () => size.height, configurable: true },
  clientWidth: { get: () => size.width, configurable: true },
});
Element.prototype.scrollTo = () => undefined;
Element.prototype.setPointerCapture = () => undefined;
Element.prototype.getAnimations = () => [];
HTMLCanvasElement.prototype.getContext = () => null;
document.execCommand = () => false;

// It stands before any part of the window is loaded, as the preload script puts it there.
const bridge = { request: bridgeAnswers, on: () => () => undefined } as unknown as Bridge;
Object.assign(window, { rushes: bridge });

// A slow machine gets the time it needs, in ms.
configure({ asyncUtilTimeout: 20_000 });

// The parts that the window draws with its second frame are there in every test.
beforeAll(() => Promise.all([loadDeferred(), loadChinese()]));
afterEach(cleanup);
// The next file has the same document.
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  localStorage.clear();
});
