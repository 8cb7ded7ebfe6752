import { spawn } from 'node:child_process';
import { failure } from './failure.mjs';
import { say } from './process.mjs';

/** Whether windows need a display server of our own. */
export function lacksDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/**
 * The environment to show windows in: the given one, or one with virtual displays, which end with this process. Tests
 * that run side by side need a display each, since windows share its focus and clipboard. RUSHES_DISPLAYS names them
 * all.
 */
export async function withDisplay({ env = process.env, count = 1 } = {}) {
  if (!lacksDisplay(env)) return env;
  const displays = await Promise.all(Array.from({ length: count }, startXvfb));
  say(`No display here: running under Xvfb (${displays.join(', ')}).`);
  return { ...env, DISPLAY: displays[0], RUSHES_DISPLAYS: displays.join(' ') };
}

function startXvfb() {
  const screen = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.on('exit', () => child.kill());
  // Xvfb must not keep this process alive: it ends with us, not we with it.
  child.unref();
  child.stdio[3].unref?.();
  return new Promise((resolve, reject) => {
    let number = '';
    const keepAlive = setInterval(() => undefined, 1000);
    const settle = (done, value) => {
      clearInterval(keepAlive);
      done(value);
    };
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text;
      if (number.includes('\n')) settle(resolve, `:${number.trim()}`);
    });
    child.on('error', () => settle(reject, failure('Xvfb could not be started.')));
    child.on('exit', () => settle(reject, failure('Xvfb stopped before it had a display.')));
  });
}
