import { describe, expect, it } from 'vitest';
import { cacheKey } from '../../../../src/main/media/cache-key.ts';
import { createMediaRegistry } from '../../../../src/main/media/registry.ts';

describe('the media registry', () => {
  it('gives a path one id, and nothing of the path is in it', () => {
    const registry = createMediaRegistry();
    const id = registry.file('/home/me/雨.mp4');
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(registry.file('/home/me/雨.mp4')).toBe(id);
    expect(registry.file('/home/me/other.mp4')).not.toBe(id);
    expect(registry.resolve(id)).toEqual({ kind: 'file', path: '/home/me/雨.mp4' });
    expect(registry.resolve('/home/me/雨.mp4')).toBeNull();
  });

  it('keeps the id of a clip that is signed anew, with the newest address', () => {
    const registry = createMediaRegistry();
    const id = registry.remote('https://cdn.example/a.mp4?X-Amz-Signature=1');
    expect(registry.remote('https://cdn.example/a.mp4?X-Amz-Signature=2')).toBe(id);
    expect(registry.resolve(id)).toEqual({ kind: 'remote', url: 'https://cdn.example/a.mp4?X-Amz-Signature=2' });
    expect(registry.remote('https://cdn.example/b.mp4')).not.toBe(id);
  });
});

describe('an id of a file', () => {
  it('ends with what it was granted for, and a file that is named anew has another', () => {
    const registry = createMediaRegistry();
    const needed = new Set(['/home/me/a.mp4', '/home/me/b.mp4']);
    const asked: string[] = [];
    registry.keepWhile((path) => {
      asked.push(path);
      return needed.has(path);
    });
    const [a, b] = [registry.file('/home/me/a.mp4'), registry.file('/home/me/b.mp4')];
    const clip = registry.remote('https://cdn.example/a.mp4');
    needed.delete('/home/me/a.mp4');
    registry.lookAgain();
    expect(registry.resolve(a)).toBeNull();
    expect([registry.resolve(b), registry.resolve(b)]).toEqual([
      { kind: 'file', path: '/home/me/b.mp4' },
      { kind: 'file', path: '/home/me/b.mp4' },
    ]);
    expect(registry.resolve(clip)).not.toBeNull();
    expect(asked).toEqual(['/home/me/a.mp4', '/home/me/b.mp4']);
    expect(registry.file('/home/me/a.mp4')).not.toBe(a);
    expect(registry.resolve(a)).toBeNull();
  });
});

describe('the key of an address', () => {
  it.each([
    ['https://c.example/a.mp4?Expires=1&Signature=x&Key-Pair-Id=k', 'https://c.example/a.mp4'],
    ['https://c.example/a.mp4?sv=1&se=2&sig=3&sp=r', 'https://c.example/a.mp4'],
    ['https://c.example/a.mp4?OSSAccessKeyId=1&Expires=2#t=5', 'https://c.example/a.mp4'],
    ['https://c.example/play?id=7&se=2', 'https://c.example/play?id=7&se=2'],
    ['no address', 'no address'],
  ])('of %s is %s', (address, key) => {
    expect(cacheKey(address)).toBe(key);
  });
});
