import { describe, expect, it } from 'vitest';
import { chunksOf, createEventWriter } from '../../../src/demo-cloud/sse.ts';

const parse = (frame: string) => JSON.parse(frame.replace(/^data: /u, ''));
const common = ['invocationId', 'author', 'id', 'actions', 'longRunningToolIds', 'timestamp'];
const call = { id: 'adk-1', name: 'apply_edit', args: { a: 1 } };

describe('createEventWriter', () => {
  const writer = createEventWriter(() => 1_795_333_133_449);

  it("writes chunks and aggregates with a real server's keys in its order", () => {
    const keys = [...common, 'content', 'usageMetadata'];
    expect(Object.keys(parse(writer.text('Hi', { partial: true, last: false })))).toEqual([...keys, 'partial']);
    const last = parse(writer.text('Hi', { partial: true, last: true }));
    expect(Object.keys(last)).toEqual([...keys, 'finishReason', 'partial']);
    expect(parse(writer.aggregate('Hi', 'Hm')).content).toEqual({
      role: 'model',
      parts: [{ text: 'Hm', thought: true }, { text: 'Hi' }],
    });
  });

  it('writes tool traffic', () => {
    expect(parse(writer.call(call, null)).content.parts).toEqual([
      { functionCall: { name: 'apply_edit', args: { a: 1 }, id: 'adk-1' } },
    ]);
    expect(parse(writer.call(call, null))).not.toHaveProperty('partial');
    const response = parse(writer.response(call, { status: 'ok' }));
    expect(Object.keys(response).sort()).toEqual([...common, 'content'].sort());
    expect(response.content).toEqual({
      role: 'user',
      parts: [{ functionResponse: { id: 'adk-1', name: 'apply_edit', response: { status: 'ok' } } }],
    });
  });

  it('gives every event of a turn the same invocation and an id of its own', () => {
    const events = [1, 2, 3].map(() => parse(writer.bare({ errorCode: 'STOP' })));
    expect(new Set(events.map((event) => event.invocationId)).size).toBe(1);
    expect(new Set(events.map((event) => event.id)).size).toBe(3);
    expect(events[0].id).toMatch(/^[A-Za-z0-9]{8}$/u);
  });
});

describe('chunksOf', () => {
  it.each([
    'Great idea! I am on it.',
    '原始片段已生成：共10秒，已放到时间线上。',
    ' leading and trailing ',
    'line1\nline2\r\n\n',
    '🎬👩‍👩‍👧 mixed 日本語',
  ])('loses nothing of %j', (text) => {
    expect(chunksOf(text).join('')).toBe(text);
  });

  it('cuts sentences with and without spaces', () => {
    expect(chunksOf('Great idea! I am on it.')).toEqual(['Great idea! I ', 'am on it.']);
    expect(chunksOf('原始片段已生成：共10秒，已放到时间线上。').length).toBeGreaterThan(1);
  });
});
