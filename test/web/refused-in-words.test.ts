import { describe, expect, it } from 'vitest';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aWeb, type Name } from './a-web.ts';

/** Ada has submitted her claim, and not paid yet. */
const SUBMITTED = STORY.negotiation.slice(0, 2);

async function asked(name: Name, json: object, language: string, happenings = SUBMITTED) {
  const web = await aWeb({ happenings });
  const answer = await web.as(name, 'POST', `/api/v1/cases/${CASE}/events?lang=${language}`, { json });
  return { status: answer.status, ...((await answer.json()) as object) };
}

describe('what the rules of a process refuse', () => {
  it.each([
    ['en', 'The fee has not been paid yet.'],
    ['fr', 'Les frais ne sont pas encore payés.'],
    ['it', 'The fee has not been paid yet.'],
  ])('is explained in the words of the definition, to a reader of %s', async (language, detail) => {
    expect(await asked('rita', { type: 'ISSUE_NOTICE' }, language)).toEqual({
      status: 422,
      type: '/problems/GuardRefused',
      title: 'The rules of this process do not allow this here.',
      detail,
      reason: 'GuardRefused',
      facts: { event: 'ISSUE_NOTICE' },
    });
  });

  it('is explained where the condition of the event itself fails', async () => {
    const json = { type: 'FILE_RESPONSE', party: PARTIES.ben, data: { position: 'agree' } };
    const happenings = STORY.negotiation.slice(0, 5);
    expect(await asked('ben', json, 'fr', happenings)).toMatchObject({
      status: 422,
      reason: 'NotNow',
      detail: 'Vous pouvez répondre une fois, après la remise.',
    });
  });
});
