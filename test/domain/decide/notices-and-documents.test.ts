import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../src/domain/definition/schema.ts';
import {
  answered,
  aPlay,
  caseOf,
  changed,
  claim,
  does,
  facts,
  issued,
  partyIn,
  passes,
  served,
  submitted,
  wasServed,
} from './a-play.ts';

type Text = { en: string; fr: string };
const both = (text: string): Text => ({ en: text, fr: text });

const everything = {
  title: both('Everything'),
  pages: [
    {
      id: 'p',
      fields: [
        { id: 'amount', type: 'money' as const },
        { id: 'day', type: 'date' as const },
        { id: 'sure', type: 'yesno' as const },
        { id: 'colour', type: 'choice' as const, options: [{ value: 'red', label: { en: 'Red', fr: 'Rouge' } }] },
        {
          id: 'tools',
          type: 'choices' as const,
          options: [
            { value: 'saw', label: { en: 'A saw', fr: 'Une scie' } },
            { value: 'axe', label: { en: 'An axe', fr: 'Une hache' } },
          ],
        },
        { id: 'home', type: 'address' as const },
        { id: 'papers', type: 'file' as const, maxFiles: 3 },
        { id: 'against', type: 'party' as const },
        { id: 'count', type: 'number' as const },
        { id: 'bank', type: 'text' as const, access: 'sealed' as const },
        { id: 'note', type: 'text' as const, privileged: true },
        { id: 'inside', type: 'text' as const, access: 'tribunal' as const },
      ],
    },
  ],
};
const answers = {
  amount: 123_456,
  day: '2026-03-01',
  sure: true,
  colour: 'red',
  tools: ['saw', 'axe'],
  home: { line1: '1 Main Street', city: 'Victoria' },
  papers: ['a', 'b'],
  against: 'respondent-1',
  count: 3,
  bank: '001-42',
  note: 'between us',
  inside: 'staff only',
};

/** A process in which TELL sends a notice with this text, and files a paper with these sections. */
function telling(text: string, more: Partial<DefinitionInput> = {}): DefinitionInput {
  return changed(({ forms, events, notices, documents, chart }) => ({
    forms: { ...forms, everything },
    events: {
      ...events,
      TELL: { by: ['applicant'], form: 'everything' },
      TELL_OF: { by: ['applicant'], scope: 'party' as const, of: ['respondent'], form: 'everything' },
    },
    notices: {
      ...notices,
      told: {
        to: ['applicant', 'respondent'],
        channels: ['portal'],
        template: 'notice',
        subject: both('Told'),
        body: both(text),
        attach: ['paper'],
      },
    },
    documents: {
      ...documents,
      paper: {
        template: 'plain',
        access: 'case',
        sections: [
          { heading: both('On {{case.reference}}'), text: both('One.\n\nTwo {{tribunal.name}}.') },
          { form: 'everything' },
          { text: both(text) },
        ],
      },
    },
    chart: {
      ...chart,
      on: {
        ...chart.on,
        TELL: {
          actions: [
            { type: 'generate', document: 'paper' },
            { type: 'notify', notice: 'told' },
          ],
        },
      },
    },
    ...more,
  }));
}

/** What the respondent reads when TELL is done. */
function told(text: string, language: 'en' | 'fr' = 'en', steps = submitted): string | undefined {
  const play = aPlay(steps, undefined, telling(text));
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
    const play = aPlay(submitted, undefined, telling('{{event.sure}}'));
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
      telling('{{data.application.what}}'),
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
    const definition = telling('{{deadline.submitWindow}}', {});
    const play = aPlay([], undefined, definition);
    does(play, 'applicant', 'TELL', {});
    expect(facts(play, 'NoticeSent').map(({ body, deadlines }) => [body, deadlines])).toEqual([
      ['Wednesday 1 April 2026', []],
      ['Wednesday 1 April 2026', []],
    ]);
  });

  it('is not sent to the side whose act it tells of', () => {
    const play = aPlay([...answered, { as: 'respondent', do: 'MAKE_OFFER', form: { amount: 1 } }]);
    expect(facts(play, 'NoticeSent').map(({ to }) => to.party)).toEqual(['applicant-1']);
  });

  it('lets who gets it see the case from then on', () => {
    const play = aPlay(submitted);
    play.theCase = { ...caseOf(play), parties: caseOf(play).parties.map((party) => ({ ...party, invited: false })) };
    does(play, 'applicant', 'PAY');
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect([partyIn(play, 'applicant-1').invited, partyIn(play, 'respondent-1').invited]).toEqual([false, true]);
  });

  it('to someone of the tribunal goes to who has the case, and to nobody where nobody has it', () => {
    const staff = changed(({ notices, chart }) => ({
      notices: {
        ...notices,
        'offer-made': {
          to: ['facilitator', 'member', 'registrar'],
          channels: ['portal'],
          template: 'notice',
          subject: both('x'),
          body: both('x'),
        },
      },
      chart,
    }));
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }], undefined, staff);
    expect(facts(play, 'NoticeSent').map(({ to, audience }) => [to, audience])).toEqual([
      [{ role: 'facilitator', name: '', userId: 'facilitator-1' }, 'tribunal'],
    ]);
  });

  it('without prejudice to the facilitator is read in the room', () => {
    const staff = changed(({ notices }) => ({
      notices: {
        ...notices,
        'offer-made': {
          to: ['facilitator'],
          channels: ['portal'],
          template: 'notice',
          privileged: true,
          subject: both('x'),
          body: both('x'),
        },
      },
    }));
    const play = aPlay([...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }], undefined, staff);
    expect(facts(play, 'NoticeSent')).toMatchObject([{ audience: 'room', legal: false }]);
  });

  it('to a party without an address asks the registry to find another way', () => {
    const play = aPlay(submitted);
    play.theCase = { ...caseOf(play), parties: caseOf(play).parties.map(({ email: _, ...party }) => party) };
    does(play, 'applicant', 'PAY');
    does(play, 'registrar', 'ISSUE_NOTICE');
    expect(facts(play, 'NoticeSent')[0]?.to).toEqual({
      role: 'respondent',
      name: 'respondent-1',
      party: 'respondent-1',
    });
    expect(facts(play, 'TaskOpened')).toMatchObject([{ task: 'undeliverable-notice', party: 'respondent-1' }]);
  });
});

describe('a document', () => {
  const paper = (play: ReturnType<typeof aPlay>) =>
    facts(play, 'DocumentIssued').find(({ document }) => document === 'paper');

  it('says in full what it says, in the language of the case, on the local day', () => {
    const play = aPlay(submitted, undefined, telling('{{data.everything.amount}}'));
    passes(play, 'PT14H30M');
    does(play, 'applicant', 'TELL', answers);
    expect(paper(play)).toMatchObject({
      audience: 'case',
      content: {
        title: 'Deposit dispute',
        language: 'en',
        reference: 'DEP-0000-000001',
        issuedAt: '2026-03-03T07:30:00.000Z',
        issuedOn: '2026-03-02',
        currency: 'CAD',
        parties: [
          { role: 'applicant', name: 'applicant-1' },
          { role: 'respondent', name: 'respondent-1' },
        ],
      },
    });
    expect(paper(play)?.content.sections).toEqual([
      { heading: 'On DEP-0000-000001', paragraphs: ['One.', 'Two Test Tribunal.'] },
      {
        paragraphs: [],
        answers: [
          ['amount', '$1,234.56'],
          ['day', 'Sunday 1 March 2026'],
          ['sure', 'Yes'],
          ['colour', 'Red'],
          ['tools', 'A saw, An axe'],
          ['home', '1 Main Street, Victoria'],
          ['papers', '2'],
          ['against', 'respondent-1'],
          ['count', '3'],
        ].map(([label, value]) => ({ label, value })),
      },
      { paragraphs: ['$1,234.56'] },
    ]);
  });

  it('shows of a form what the whole case may read: nothing sealed, privileged or for the tribunal', () => {
    const play = aPlay(submitted, undefined, telling(''));
    does(play, 'applicant', 'TELL', answers);
    expect(JSON.stringify(paper(play)?.content)).not.toMatch(/001-42|between us|staff only/);
  });

  it('about a party shows that party’s own answers', () => {
    const definition = telling('', {
      partyCharts: {
        respondent: {
          initial: 'waiting',
          states: { waiting: { on: { TELL_OF: { actions: [{ type: 'generate', document: 'paper' }] } } } },
        },
      },
    });
    const play = aPlay(submitted, undefined, definition);
    does(play, 'applicant', 'TELL_OF', { count: 7 }, 'respondent-1');
    expect(paper(play)?.content.sections[1]?.answers).toEqual([{ label: 'count', value: '7' }]);
  });

  it('names the parties by the titles of their roles', () => {
    const definition = changed(({ roles }) => ({
      roles: { ...roles, applicant: { kind: 'party', min: 1, max: 2, title: { en: 'Tenant', fr: 'Locataire' } } },
    }));
    expect(facts(aPlay(issued, undefined, definition), 'DocumentIssued')[0]?.content.parties[0]).toEqual({
      role: 'Tenant',
      name: 'applicant-1',
    });
  });
});
