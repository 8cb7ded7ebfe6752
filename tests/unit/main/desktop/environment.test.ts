import { expect, it } from 'vitest';
import { takeEnvironment } from '../../../../src/main/desktop/environment.ts';

it('keeps the secrets of the environment to itself', () => {
  const env = {
    NEMO_TOKEN: ' my own token ',
    NEMO_API_URL: 'https://api.example.com',
    HTTPS_PROXY: 'http://user:p@ss@proxy:80',
    http_proxy: '127.0.0.1:7890',
    PATH: '/bin',
  };
  const before = { ...env };
  const taken = takeEnvironment(env, true);
  expect(taken.env).toEqual(before);
  expect(taken.secrets).toEqual(['my own token', 'p@ss']);
  expect(env).toEqual({ NEMO_API_URL: before.NEMO_API_URL, http_proxy: '127.0.0.1:7890', PATH: '/bin' });
});

it('knows the variable whatever its letters, as Windows does', () => {
  const env: Record<string, string | undefined> = { Nemo_Token: 'x' };
  expect(takeEnvironment(env, true).secrets).toEqual(['x']);
  expect(env).toEqual({});
});

it('shows the page of somebody else only where the app is not packaged', () => {
  const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' };
  expect(takeEnvironment(env, false).devServer).toBe('http://localhost:5173');
  expect(takeEnvironment(env, true).devServer).toBeUndefined();
});
