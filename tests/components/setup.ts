import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type { Bridge } from '../../src/shared/contract/bridge.ts';
import { bridgeAnswers } from './rig.ts';

// What the window has and jsdom has not. Nothing is laid out there, so each element is as large as the window.
const size = { width: 1280, height: 800 };

class WholeWindowObserver implements ResizeObserver {
  readonly #changed: ResizeObserverCallback;
  constructor(changed: ResizeObserverCallback) {
    this.#changed = changed;
  }
  observe(target: Element): void {
    const entry = { target, contentRect: size } as unknown as ResizeObserverEntry;
    queueMicrotask(() => this.#changed([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', WholeWindowObserver);
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
Object.defineProperties(HTMLElement.prototype, {
  offsetParent: { get: () => document.body },
  clientHeight: { get: () => size.height },
  clientWidth: { get: () => size.width },
});
Element.prototype.scrollTo = () => undefined;
Element.prototype.getAnimations = () => [];

// It stands before any part of the window is loaded, as the preload script puts it there.
const bridge = { request: bridgeAnswers, on: () => () => undefined } as unknown as Bridge;
Object.assign(window, { rushes: bridge });

afterEach(cleanup);
