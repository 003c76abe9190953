import { describe, expect, it } from 'vitest';
import { clockTimeSchema } from '../../../src/domain/time/clock-time.ts';

const isTime = (text: unknown) => clockTimeSchema.safeParse(text).success;

describe('a time of day', () => {
  it('is every minute from 00:00 to 23:59, and nothing else of that shape', () => {
    const written = Array.from({ length: 100 * 100 }, (_, number) => {
      const digits = String(number).padStart(4, '0');
      return `${digits.slice(0, 2)}:${digits.slice(2)}`;
    });
    const meant = written.filter((text) => Number(text.slice(0, 2)) < 24 && Number(text.slice(3)) < 60);
    expect(written.filter(isTime)).toEqual(meant);
  });

  it.each([
    '',
    '9:30',
    '09:3',
    '009:30',
    '09:300',
    '09.30',
    ' 09:30',
    '09:30 ',
    '09:30\n',
    'x09:30',
    '٠٩:٣٠',
    930,
    null,
  ])('is not %j', (text) => expect(isTime(text)).toBe(false));

  it('says how it is written', () => {
    expect(clockTimeSchema.safeParse('24:00').error?.issues[0]?.message).toBe(
      'a time of day is written HH:mm, from 00:00 to 23:59',
    );
  });
});
