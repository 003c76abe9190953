import { describe, expect, it } from 'vitest';
import { aPlay, changed, does, facts, issued, passes, submitted } from './a-play.ts';
import { answers, aTellingProcess } from './a-telling-process.ts';

describe('a document', () => {
  const paper = (play: ReturnType<typeof aPlay>) =>
    facts(play, 'DocumentIssued').find(({ document }) => document === 'paper');

  it('says in full what it says, in the language of the case, on the local day', () => {
    const play = aPlay(submitted, undefined, aTellingProcess('{{data.everything.amount}}'));
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
    const play = aPlay(submitted, undefined, aTellingProcess(''));
    does(play, 'applicant', 'TELL', answers);
    expect(JSON.stringify(paper(play)?.content)).not.toMatch(/001-42|between us|staff only/);
  });

  it('about a party shows that party’s own answers', () => {
    const definition = aTellingProcess('', {
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
