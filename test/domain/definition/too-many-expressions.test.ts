import { describeRefusals } from './refusals.ts';

describeRefusals('a definition that nobody could read is refused', [
  {
    when: 'it holds more expressions than anyone could read',
    code: 'too-many-expressions',
    at: '',
    change: {
      '/guards': Object.fromEntries(Array.from({ length: 1_501 }, (_, n) => [`g${n}`, 'true'] as const)),
    },
    says: ['1500', '“guards”'],
  },
]);
