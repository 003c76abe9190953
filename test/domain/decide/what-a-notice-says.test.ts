import { describe, expect, it } from 'vitest';
import { aPlay, caseOf, changed, claim, does, facts, served, submitted, wasServed } from './a-play.ts';
import { answers, aTellingProcess, both } from './a-telling-process.ts';

/** What the respondent reads when TELL is done. */
function told(text: string, language: 'en' | 'fr' = 'en', steps = submitted): string | undefined {
  const play = aPlay(steps, undefined, aTellingProcess(text));
  play.theCase = { ...caseOf(play), parties: caseOf(play).parties.map((party) => ({ ...party, language })) };
  expect(does(play, 'applicant', 'TELL', answers)).toBeUndefined();
  return facts(play, 'NoticeSent').find(({ to }) => to.role === 'respondent')?.body;
}

describe('a notice', () => {
  it('is written to each person in their language', () => {
    const play = aPlay(submitted);
    play.theCase = {
      ...caseOf(play),
      parties: caseOf(play).parties.map((party) => ({ ...party, language: party.role === 'respondent' ? 'fr' : 'en' })),
    };
    does(play, 'applicant', 'PAY');
    does(play, 'registrar', 'ISSUE_NOTICE');
    const [notice] = facts(play, 'NoticeSent');
    expect(notice).toMatchObject({
      language: 'fr',
      subject: 'Une demande contre vous : DEP-0000-000001',
      legal: true,
      channels: ['portal', 'email'],
      attach: [facts(play, 'DocumentIssued').find(({ content }) => content.language === 'fr')?.id],
    });
    expect(notice?.body).toBe('respondent-1,\n\napplicant-1 réclame 1\u00a0200,00\u00a0$.');
  });

  it.each([
    ['{{case.reference}}', 'DEP-0000-000001'],
    ['{{case.title}}', 'Deposit dispute'],
    ['{{recipient.name}} {{actor.name}} {{party.name}}', 'respondent-1 applicant-1 applicant-1'],
    ['{{tribunal.name}}, {{tribunal.address}}', 'Test Tribunal, 1 Main Street'],
    ['{{link}}', 'https://tribunal.example/cases/simulated'],
    ['{{parties.applicant}}/{{parties.respondent}}/{{parties.judge}}', 'applicant-1/respondent-1/'],
    ['{{event.amount}} {{data.everything.amount}}', '$1,234.56 $1,234.56'],
    ['{{event.day}}', 'Sunday 1 March 2026'],
    ['{{event.sure}} {{event.colour}} {{event.tools}}', 'Yes Red A saw, An axe'],
    ['{{event.home}} {{event.papers}} {{event.count}}', '1 Main Street, Victoria 2 3'],
    ['{{event.against}}', 'respondent-1'],
    ['{{deadline.submitWindow}}', ''],
    [
      '{{ case.reference }} {{case}} {{nothing}} {{event.nothing}} {{data.nothing.at}} {{party.nothing.at}}',
      'DEP-0000-000001 Deposit dispute    ',
    ],
    [
      '{{data.constructor.name}}{{data.__proto__.x}}{{event.constructor}}{{event.__proto__}}{{party.toString.name}}{{parties.constructor}}{{deadline.constructor}}',
      '',
    ],
  ])('fills %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['{{event.amount}}', '1\u00a0234,56\u00a0$'],
    ['{{event.day}}', 'dimanche 1er mars 2026'],
    ['{{event.sure}} {{event.colour}} {{event.tools}}', 'Oui Rouge Une scie, Une hache'],
    ['{{tribunal.name}} {{case.title}}', 'Tribunal d’essai Litige de dépôt'],
  ])('fills %s in French', (text, expected) => {
    expect(told(text, 'fr')).toBe(expected);
  });

  it('says no when the answer is no', () => {
    const play = aPlay(submitted, undefined, aTellingProcess('{{event.sure}}'));
    does(play, 'applicant', 'TELL', { sure: false });
    expect(facts(play, 'NoticeSent')[0]?.body).toBe('No');
  });

  it('does not read again what it has filled in', () => {
    const play = aPlay(
      [
        {
          as: 'applicant',
          do: 'SUBMIT',
          form: { ...claim, what: '{{data.application.bank}} <b>$&</b>', bank: '001-42' },
        },
      ],
      undefined,
      aTellingProcess('{{data.application.what}}'),
    );
    does(play, 'applicant', 'TELL', {});
    expect(facts(play, 'NoticeSent')[0]?.body).toBe('{{data.application.bank}} <b>$&</b>');
  });

  it('names the reader’s own date, and explains it', () => {
    const definition = changed(({ notices, partyCharts }) => ({
      notices: {
        ...notices,
        served: {
          to: ['respondent'],
          channels: ['portal'],
          template: 'notice',
          subject: both('By {{deadline.responseWindow}}'),
          body: both('{{party.service.servedOn}}'),
        },
      },
      partyCharts: {
        respondent: {
          ...partyCharts?.respondent,
          initial: 'waiting',
          states: {
            ...partyCharts?.respondent?.states,
            served: { ...partyCharts?.respondent?.states?.served, entry: { type: 'notify', notice: 'served' } },
          },
        },
      },
    }));
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-01' } },
      ],
      { applicant: 1, respondent: 2 },
      definition,
    );
    const sent = facts(play, 'NoticeSent', 'all').filter(({ notice }) => notice === 'served');
    expect(sent.map(({ to, subject, body, deadlines }) => [to.party, subject, body, deadlines.length])).toEqual([
      ['respondent-1', 'By Monday 16 March 2026', 'Monday 2 March 2026', 1],
      ['respondent-2', 'By Monday 16 March 2026', 'Sunday 1 March 2026', 1],
    ]);
  });

  it('speaks of the date of the case to everyone, and of one that is already over to nobody', () => {
    const definition = aTellingProcess('{{deadline.submitWindow}}', {});
    const play = aPlay([], undefined, definition);
    does(play, 'applicant', 'TELL', {});
    expect(facts(play, 'NoticeSent').map(({ body, deadlines }) => [body, deadlines])).toEqual([
      ['Wednesday 1 April 2026', []],
      ['Wednesday 1 April 2026', []],
    ]);
  });
});
