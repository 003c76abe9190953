import { describe, expect, it } from 'vitest';
import { seenAnswers } from '../../src/domain/forms/seen-answers.ts';
import { aPlay, caseOf, claim, decides, does, fieldsRefused } from './decide/a-play.ts';

const INVISIBLE = [
  '\u200b',
  '\u2060\u200d',
  '\u3164',
  '\u00ad',
  '\u2800',
  '\u0301',
  '\u{e0041}',
  '\u200b \u0000\n\ufe0f',
  '',
];

describe('an answer in which there is nothing to see', () => {
  it.each(INVISIBLE)('is none where one is required: %j', (nothing) => {
    const play = aPlay();
    expect(does(play, 'applicant', 'SUBMIT', { ...claim, what: nothing })).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['what']);
  });

  it('is none in what the engine asks either, nor on the lines of an address', () => {
    const play = aPlay();
    const friend = { capacity: 'helper', name: '\u200b', email: 'friend@example.org' };
    expect(does(play, 'applicant', 'INVITE', friend)).toBe('InvalidForm');
    expect(fieldsRefused(play)).toEqual(['name']);
    expect(seenAnswers({ home: { line1: '\u2800', city: 'Hope' } })).toEqual({ home: { line1: '', city: 'Hope' } });
  });

  it('stays accepted where it was: a journal decides it again as before', () => {
    const play = aPlay();
    const actor = { kind: 'person', userId: 'applicant-1', role: 'applicant', party: 'applicant-1' } as const;
    const before = { kind: 'event', actor, type: 'SUBMIT', data: { ...claim, what: '\u200b' } } as const;
    expect(decides(play, before)).toBeUndefined();
    expect(caseOf(play).data.application).toMatchObject({ what: '\u200b' });
  });
});

describe('an answer that can be read', () => {
  it('keeps its joiners and marks, and everything that is no text', () => {
    const given = { name: 'می\u200cخواهم', flag: '🏳️\u200d🌈', no: false, zero: 0, list: ['\u200b'], none: null };
    expect(seenAnswers(given)).toEqual(given);
  });

  it('cannot be what every object has', () => {
    expect(Object.keys(seenAnswers(JSON.parse('{"__proto__":{"x":"\u200b"}}')))).toEqual(['__proto__']);
  });
});
