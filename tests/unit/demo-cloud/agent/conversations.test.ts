import { describe, expect, it } from 'vitest';
import { createConversation } from './sentence-rig.ts';
import conversations from './conversations.json' with { type: 'json' };

/** Messages with what each of them changes, where one is only understood together with the one before. */
describe('conversations', () => {
  it.each(conversations.map((messages) => [Object.keys(messages).join(' / '), messages] as const))(
    '%s',
    (_, messages) => {
      const say = createConversation();
      const differences = Object.keys(messages).map((message) => [message, say(message.trim())]);
      expect(Object.fromEntries(differences)).toEqual(messages);
    },
  );
});
