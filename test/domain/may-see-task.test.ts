import { describe, expect, it } from 'vitest';
import { everyAudience } from '../../src/domain/access/every-audience.ts';
import { maySeeTask } from '../../src/domain/access/may-see-task.ts';
import { PRIVATE_TASK } from '../../src/domain/decide/decide-delivery.ts';
import { CASES, PEOPLE } from './authority-world.ts';

describe('work that a notice of the room left', () => {
  const sees = (user: (typeof PEOPLE)[keyof typeof PEOPLE], task: string) =>
    maySeeTask(user, CASES.facilitation, { task });

  it('is known to the registry, and to nobody who may come to decide', () => {
    expect(sees(PEOPLE.rita, PRIVATE_TASK)).toBe(true);
    expect(sees(PEOPLE.mia, PRIVATE_TASK)).toBe(false);
    expect(sees({ ...PEOPLE.rita, roles: ['registrar', 'member'] }, PRIVATE_TASK)).toBe(false);
  });

  it('is told apart from all other work', () => {
    expect(sees(PEOPLE.mia, 'undeliverable-notice')).toBe(true);
  });
});

describe('the audiences of a case', () => {
  it('are those of everyone, and four for each party', () => {
    const parties = [{ id: 'a' }, { id: 'b' }] as never;
    expect(everyAudience({ parties })).toEqual([
      'case',
      'tribunal',
      'sealed',
      'room',
      'confided',
      'party:a',
      'caucus:a',
      'own:a',
      'held:a',
      'party:b',
      'caucus:b',
      'own:b',
      'held:b',
    ]);
  });
});
