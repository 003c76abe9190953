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
  {
    when: 'it holds more roles than anyone could know',
    code: 'too-many-parts',
    at: '/roles',
    change: Object.fromEntries(
      Array.from({ length: 96 }, (_, n) => [`/roles/r${n}`, { kind: 'party', min: 0, max: 1 }] as const),
    ),
    says: ['101', '100'],
  },
  {
    when: 'its expressions read more events than anyone could follow',
    code: 'too-many-expressions',
    at: '',
    change: {
      ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/guards/g${n}`, `event.type != "E${n}"`] as const)),
      ...Object.fromEntries(
        Array.from({ length: 80 }, (_, n) => [
          `/chart/states/live/on/E${n}`,
          Array.from({ length: 20 }, (_, m) => ({ guard: `g${m}`, actions: [] })),
        ]),
      ),
    },
    says: ['1500', 'counts for each event'],
  },
  {
    when: 'its events bring more than anyone could follow',
    code: 'too-many-consequences',
    at: '/chart',
    change: {
      '/chart/states/live/states/talks/entry': Array.from({ length: 50 }, () => ({ type: 'privilege', room: 'open' })),
      '/chart/states/live/on': Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`E${n}`, '.talks'] as const)),
    },
    says: ['20000'],
  },
]);
