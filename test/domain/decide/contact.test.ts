import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import { depositDispute } from '../../a-deposit-dispute.ts';
import { byEveryChannel } from '../../by-every-channel.ts';
import {
  aPlay,
  caseOf,
  claim,
  decides,
  does,
  facts,
  fieldsRefused,
  issued,
  partyIn,
  submitted,
  tasksOf,
} from './a-play.ts';

const everyWay = byEveryChannel(depositDispute);
const address = '12 Quay Street\nVictoria BC  V8V 1A1';
const engine = { kind: 'engine' } as const;

/** The claim is in, and the notice not out yet. */
function aClaim(definition: DefinitionInput = everyWay) {
  return aPlay([...submitted, { as: 'applicant', do: 'PAY' }], undefined, definition);
}

const changes = (play: ReturnType<typeof aPlay>, as: string, form: Record<string, unknown>, party?: string) =>
  does(play, as, 'CHANGE_CONTACT', form, party);

/** How the dispute notice went to the respondent, in the last entry. */
const channels = (play: ReturnType<typeof aPlay>) =>
  facts(play, 'NoticeSent').find(({ notice }) => notice === 'dispute-notice')?.channels;

/** A respondent of whom nobody knows an e-mail address. */
function withoutEmail(play: ReturnType<typeof aPlay>) {
  const parties = caseOf(play).parties.map(({ email, ...party }) =>
    party.role === 'respondent' || !email ? party : { ...party, email },
  );
  play.theCase = { ...caseOf(play), parties };
  return play;
}

describe('who says how to reach a party', () => {
  it('is that party, who acts for them, and the registrar, and nobody else', () => {
    const play = aClaim();
    expect(changes(play, 'respondent', { phone: '250 555 0100' })).toBeUndefined();
    expect(changes(play, 'representative:respondent-1', { phone: '250 555 0101' }, 'respondent-1')).toBeUndefined();
    expect(changes(play, 'registrar', { phone: '250 555 0102' }, 'respondent-1')).toBeUndefined();
    for (const as of ['applicant', 'facilitator', 'member', 'helper:respondent-1'])
      expect(changes(play, as, { phone: '250 555 0199' }, 'respondent-1'), as).toBe('NotYours');
    expect(changes(play, 'registrar', { phone: '250 555 0102' }, 'nobody')).toBe('UnknownParty');
    expect(changes(play, 'registrar', { phone: '250 555 0102' })).toBe('PartyNeeded');
    expect(partyIn(play, 'respondent-1').phone).toBe('250 555 0102');
  });

  it('leaves no trace of what is new in the journal of others', () => {
    const play = aClaim();
    changes(play, 'respondent', { email: 'bob@new.example', address });
    expect(play.decisions.at(-1)?.entry.audience).toBe('party:respondent-1');
    const sent = facts(play, 'NoticeSent');
    expect(sent.map(({ audience }) => audience)).toEqual(['party:respondent-1', 'party:respondent-1']);
    expect(sent.map(({ body }) => body).join()).not.toMatch(/bob@new|Quay/);
  });
});

describe('a new e-mail address', () => {
  it('waits until it is confirmed: until then the old one is written to, and warned', () => {
    const play = aClaim();
    expect(changes(play, 'respondent', { email: 'bob@new.example' })).toBeUndefined();
    expect(partyIn(play, 'respondent-1')).toMatchObject({
      email: 'respondent-1@example.org',
      newEmail: 'bob@new.example',
    });
    expect(facts(play, 'NoticeSent').map(({ notice, to }) => [notice, to.email])).toEqual([
      ['contact-changed', 'respondent-1@example.org'],
      ['confirm-email', 'bob@new.example'],
    ]);
    expect(does(play, 'respondent', 'CONFIRM_EMAIL', { code: '123456' })).toBeUndefined();
    expect(partyIn(play, 'respondent-1').email).toBe('bob@new.example');
    expect(partyIn(play, 'respondent-1').newEmail).toBeUndefined();
    expect(facts(play, 'NoticeSent').map(({ to }) => to.email)).toEqual(['respondent-1@example.org']);
    expect(does(play, 'respondent', 'CONFIRM_EMAIL', { code: '123456' })).toBe('EmailNotConfirmed');
  });

  it('can be asked for again, and taken back by giving the old one', () => {
    const play = aClaim();
    changes(play, 'respondent', { email: 'bob@new.example' });
    expect(changes(play, 'respondent', { email: 'bob@new.example' })).toBeUndefined();
    expect(changes(play, 'respondent', { email: 'Respondent-1@example.org' })).toBeUndefined();
    expect(partyIn(play, 'respondent-1').newEmail).toBeUndefined();
    expect(changes(play, 'respondent', { email: 'respondent-1@example.org' })).toBe('NothingToChange');
  });

  it('is never that of the other side, which only who reads it is told', () => {
    const play = aClaim();
    expect(changes(play, 'respondent', { email: 'applicant-1@example.org' })).toBeUndefined();
    expect(does(play, 'respondent', 'CONFIRM_EMAIL', { code: '123456' })).toBe('BothSides');
  });
});

describe('what cannot be', () => {
  it('is a letter without an address, a text without a phone, no way to write at all, another language', () => {
    const play = aClaim();
    const tried: [Record<string, unknown>, string][] = [
      [{ writtenBy: 'letter' }, 'address'],
      [{ wantsTexts: true }, 'phone'],
      [{ forget: ['email'] }, 'forget'],
      [{ language: 'de' }, 'language'],
      [{ email: 'not an address' }, 'email'],
    ];
    for (const [form, field] of tried) {
      expect(changes(play, 'respondent', form), field).toBe('InvalidForm');
      expect(fieldsRefused(play)).toEqual([field]);
    }
    expect(changes(play, 'respondent', {})).toBe('NothingToChange');
  });

  it('is what the process does not send', () => {
    const play = aClaim(depositDispute);
    expect(changes(play, 'respondent', { address, writtenBy: 'letter' })).toBe('InvalidForm');
    expect(changes(play, 'respondent', { phone: '250 555 0100', wantsTexts: true })).toBe('InvalidForm');
  });

  it('leaves what is not named as it is: an empty field wipes nothing out', () => {
    const play = aClaim();
    changes(play, 'respondent', { phone: '250 555 0100', address, isProtected: true });
    changes(play, 'representative:respondent-1', { phone: '', address: '', language: 'fr' }, 'respondent-1');
    expect(partyIn(play, 'respondent-1')).toMatchObject({
      phone: '250 555 0100',
      address,
      isProtected: true,
      language: 'fr',
    });
    changes(play, 'respondent', { forget: ['phone'] });
    expect(partyIn(play, 'respondent-1').phone).toBeUndefined();
  });
});

describe('a notice goes', () => {
  it('by e-mail to who has an address and said nothing', () => {
    const play = aClaim();
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(channels(play)).toEqual(['portal', 'email']);
  });

  it('by letter to who asked for letters, with a text message beside it, and never by both', () => {
    const play = aClaim();
    changes(play, 'respondent', { phone: '250 555 0100', address, writtenBy: 'letter', wantsTexts: true });
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(channels(play)).toEqual(['portal', 'sms', 'letter']);
    expect(tasksOf(play)).not.toContain('undeliverable-notice');
  });

  it('by letter to who has no e-mail address; the registry is asked where no address is known at all', () => {
    const known = withoutEmail(aClaim());
    changes(known, 'registrar', { address }, 'respondent-1');
    does(known, 'registrar', 'ISSUE_NOTICE');
    expect(channels(known)).toEqual(['portal', 'letter']);
    expect(tasksOf(known)).not.toContain('undeliverable-notice');
    const unknown = withoutEmail(aClaim());
    does(unknown, 'registrar', 'ISSUE_NOTICE');
    expect(channels(unknown)).toEqual(['portal', 'letter']);
    expect(tasksOf(unknown)).toContain('undeliverable-notice');
  });

  it('as it always did where the process sends no letters', () => {
    const play = withoutEmail(aClaim(depositDispute));
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(channels(play)).toEqual(['portal', 'email']);
    expect(tasksOf(play)).toContain('undeliverable-notice');
  });

  it('by e-mail to who acts for a party that wants letters', () => {
    const acts = { capacity: 'representative', name: 'Rita', email: 'rita@example.org' };
    const play = aClaim();
    changes(play, 'respondent', { address, writtenBy: 'letter' });
    does(play, 'respondent', 'INVITE', acts);
    const supporter = partyIn(play, 'respondent-1').supporters[0]?.id ?? '';
    decides(play, { kind: 'join', actor: engine, party: 'respondent-1', userId: 'rita', supporter });
    does(play, 'registrar', 'ISSUE_NOTICE');
    const sent = facts(play, 'NoticeSent').filter(({ notice }) => notice === 'dispute-notice');
    expect(sent.map(({ to, channels }) => [to.name, channels])).toEqual([
      ['respondent-1', ['portal', 'letter']],
      ['Rita', ['portal', 'email']],
    ]);
  });
});

describe('a letter', () => {
  const posted = {
    kind: 'delivered',
    actor: engine,
    notice: 'dispute-notice',
    noticeId: 'n',
    party: 'respondent-1',
    channel: 'letter',
  } as const;

  it('serves so many days after it was posted, not after somebody said so', () => {
    const play = aPlay([...issued, { advance: 'P4D' }], undefined, everyWay);
    expect(decides(play, { ...posted, on: '2026-03-03' })).toBeUndefined();
    expect(facts(play, 'PartyServed')).toEqual([
      { kind: 'PartyServed', party: 'respondent-1', on: '2026-03-06', by: 'letter' },
    ]);
  });

  it('was not posted tomorrow', () => {
    const play = aPlay(issued, undefined, everyWay);
    expect(decides(play, { ...posted, on: '2026-03-03' })).toBe('InvalidForm');
  });
});

describe('what is written while an address is secret', () => {
  it('says so instead of the address, in notices and documents', () => {
    const definition = withHome(everyWay);
    const home = { line1: '9 Hidden Lane', city: 'Victoria' };
    const open = aPlay(
      [
        { as: 'applicant', do: 'SUBMIT', form: { ...claim, home } },
        { as: 'applicant', do: 'PAY' },
      ],
      undefined,
      definition,
    );
    does(open, 'registrar', 'ISSUE_NOTICE');
    expect(JSON.stringify(open.decisions.at(-1)?.facts)).toContain('9 Hidden Lane');
    const secret = aPlay(
      [
        { as: 'applicant', do: 'CHANGE_CONTACT', form: { isProtected: true } },
        { as: 'applicant', do: 'SUBMIT', form: { ...claim, home } },
        { as: 'applicant', do: 'PAY' },
      ],
      undefined,
      definition,
    );
    does(secret, 'registrar', 'ISSUE_NOTICE');
    const written = JSON.stringify(secret.decisions.at(-1)?.facts);
    expect(written).not.toContain('Hidden Lane');
    expect(written).toContain('(kept secret)');
  });
});

/** The claim asks where the applicant lives, and the notice repeats it. */
function withHome(definition: DefinitionInput): DefinitionInput {
  const text = JSON.stringify(definition)
    .replace('"fields":[', '"fields":[{"id":"home","type":"address","label":{"en":"Home","fr":"Domicile"}},')
    .replace('{{parties.applicant}} claims', '{{parties.applicant}} of {{data.application.home}} claims');
  return JSON.parse(text) as DefinitionInput;
}
