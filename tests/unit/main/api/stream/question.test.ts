import { describe, expect, it } from 'vitest';
import { isQuestion, readQuestion } from '../../../../../src/main/api/stream/question.ts';

describe('readQuestion', () => {
  it('reads what the vendor writes', () => {
    const args = {
      title: 'Style',
      questions: [
        {
          id: 'q1',
          prompt: 'Which\n one?',
          options: [
            { id: 'a', label: 'Warm' },
            { id: 'b', label: ' Cold ' },
          ],
        },
        { id: 'q2', prompt: 'Sounds?', options: [{ id: 'a', label: 'Rain' }], allow_multiple: true },
      ],
    };
    const asked = {
      title: 'Style',
      questions: [
        { prompt: 'Which one?', options: ['Warm', 'Cold'], multiple: false },
        { prompt: 'Sounds?', options: ['Rain'], multiple: true },
      ],
    };
    expect(readQuestion(args)).toEqual(asked);
    expect(readQuestion(JSON.stringify(args))).toEqual(asked);
  });

  it.each([
    [{ questions: ['Which?'] }, [{ prompt: 'Which?', options: [], multiple: false }]],
    [
      { question: 'Which?', options: ['A', 2, null, 'A'] },
      [{ prompt: 'Which?', options: ['A', '2'], multiple: false }],
    ],
    [
      { questions: [{ text: 'Which?', options: [{ value: 'A' }, {}, []], allowMultiple: true }, { prompt: '' }, 7] },
      [{ prompt: 'Which?', options: ['A'], multiple: true }],
    ],
  ])('reads %j', (args, questions) => expect(readQuestion(args)).toEqual({ title: null, questions }));

  it.each([null, 7, '', '{"questions":', {}, [], { questions: [] }, { questions: [{}] }, { title: 'Only this' }])(
    'finds nothing asked in %j',
    (args) => expect(readQuestion(args)).toBeNull(),
  );

  it('keeps to what can be read', () => {
    const option = 'x'.repeat(10_000);
    const questions = Array.from({ length: 100 }, () => ({ prompt: option, options: Array(100).fill(option) }));
    const asked = readQuestion({ questions });
    expect(asked?.questions).toHaveLength(20);
    expect(JSON.stringify(asked).length).toBeLessThan(40_000);
  });
});

it.each([
  ['ask_question', true],
  ['ask_questions', true],
  ['ask_user_question', true],
  ['askQuestion', true],
  ['task_question', false],
  ['ask_question_bank', false],
])('takes a call of %s for a question: %s', (name, asks) => expect(isQuestion(name)).toBe(asks));
