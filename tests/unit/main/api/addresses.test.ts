import { describe, expect, it } from 'vitest';
import { isInnerAddress, isLoopback, isPublicAddress } from '../../../../src/main/api/addresses.ts';
import { createReach } from '../../../../src/main/api/dispatcher.ts';

const host = (address: string): string => new URL(`https://${address}/`).hostname;

describe('whom the app may reach', () => {
  const onTheNet = createReach('mega-api.example.com');
  const onThisComputer = createReach('127.0.0.1');

  it.each(['cdn.example.com', '8.8.8.8', '[2606:4700::1111]', 'mega-api.example.com'])('asks %s', (name) => {
    expect([onTheNet.mayAsk(host(name)), onThisComputer.mayAsk(host(name))]).toEqual([true, true]);
  });

  it.each(['127.0.0.1', '127.9.9.9', '2130706433', '0x7f.1', '[::1]', 'localhost', 'LOCALHOST.', 'a.localhost'])(
    'asks %s only where the service is on this computer',
    (name) => {
      expect([onTheNet.mayAsk(host(name)), onThisComputer.mayAsk(host(name))]).toEqual([false, true]);
    },
  );

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fd00::1]',
    '[fc00::1]',
    '[ff02::1]',
    '[2002:7f00:1::]',
    '[2002:a00:1::]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::10.0.0.1]',
    '[64:ff9b::8.8.8.8]',
    '[64:ff9b:1::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
  ])('never asks %s', (name) => {
    expect([onTheNet.mayAsk(host(name)), onThisComputer.mayAsk(host(name))]).toEqual([false, false]);
  });

  it('judges a name by what it means at that moment', () => {
    const { mayConnect } = onTheNet;
    for (const inner of [
      '127.0.0.1',
      '10.0.0.1',
      '169.254.169.254',
      'fd00::1',
      '::1',
      '2002:a00:1::',
      '::ffff:10.0.0.1',
    ])
      expect(mayConnect('cdn.example.com', inner)).toBe(false);
    for (const outer of ['8.8.8.8', '2606:4700::1111']) expect(mayConnect('cdn.example.com', outer)).toBe(true);
    expect(onThisComputer.mayConnect('cdn.example.com', '127.0.0.1')).toBe(true);
    expect(onThisComputer.mayConnect('cdn.example.com', '10.0.0.1')).toBe(false);
  });

  it('leaves alone what proxies on this computer and networks without IPv4 give out for every name', () => {
    expect(['198.18.0.5', '64:ff9b::808:808'].map(isInnerAddress)).toEqual([false, false]);
    expect(['64:ff9b::7f00:1', '64:ff9b::a00:1', '64:ff9b::c0a8:101'].map(isInnerAddress)).toEqual([true, true, true]);
  });

  it('reaches the service itself wherever the user has put it', () => {
    const { mayAsk, mayConnect } = createReach('10.1.2.3');
    expect([mayAsk('10.1.2.3'), mayAsk('10.1.2.4'), mayAsk('127.0.0.1')]).toEqual([true, false, false]);
    expect(mayConnect('10.1.2.3', '10.1.2.3')).toBe(true);
    expect(createReach('api.corp').mayConnect('api.corp', '10.0.0.1')).toBe(true);
  });
});

it('knows this computer by its names', () => {
  expect(['localhost', '127.0.0.1', '[::1]', 'x.localhost'].every(isLoopback)).toBe(true);
  expect(['notlocalhost', 'localhost.example.com', '128.0.0.1', '[::2]'].some(isLoopback)).toBe(false);
  expect([isPublicAddress('2001:db8::1'), isPublicAddress('203.0.113.5'), isPublicAddress('8.8.4.4')]).toEqual([
    false,
    false,
    true,
  ]);
});
