import { beforeEach, describe, expect, it } from 'vitest';
import { acceptInvitation, type JoinCommand } from '../../src/app/auth/accept-invitation.ts';
import { INVITATION_LIFETIME_DAYS, issueInvitation } from '../../src/app/auth/issue-invitation.ts';
import { readCase } from '../../src/app/queries/read-case.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { ada, afterwards, CASE, EVERYONE, fay, nora, PARTIES, rita, STORY } from './a-dispute.ts';
import { someone, type TestTribunal } from './a-tribunal.ts';

/** Ben, who signs in with an address that the case does not know. */
const ben = { ...someone('ben-at-work'), name: 'Ben' };
const beforeBenJoined = STORY.negotiation.slice(
  0,
  STORY.negotiation.findIndex(({ name }) => name === 'Ben joins'),
);

let tribunal: TestTribunal;
beforeEach(async () => {
  tribunal = await afterwards(beforeBenJoined);
});

const invite = (viewer: Viewer = rita, party = PARTIES.ben) => issueInvitation(tribunal, viewer, CASE, party);
let joins = 0;
const accept = (viewer: Viewer, code: string) =>
  acceptInvitation(tribunal, viewer, code, (caseId, command: JoinCommand) => {
    joins += 1;
    return tribunal.perform(caseId, `join ${joins}`, command);
  });

describe('a letter with a code', () => {
  it('makes whoever enters it the party', async () => {
    const invitation = await invite();
    expect(invitation?.code).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(await readCase(tribunal, ben, CASE, 'en')).toBeUndefined();
    expect(await accept(ben, invitation?.code ?? '')).toBe(CASE);
    expect(await readCase(tribunal, ben, CASE, 'en')).toBeDefined();
    expect(await readCase(tribunal, EVERYONE.ben, CASE, 'en')).toBeUndefined();
  });

  it('is read as people type from paper', async () => {
    const { code } = (await invite()) ?? { code: '' };
    const typed = code.replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l').toUpperCase();
    expect(await accept(ben, ` ${typed} `)).toBe(CASE);
  });

  it('is good once, and for ninety days', async () => {
    const { code } = (await invite()) ?? { code: '' };
    tribunal.clock.advance({ days: INVITATION_LIFETIME_DAYS });
    expect(await accept(ben, code)).toBeUndefined();
    const again = (await invite())?.code ?? '';
    expect(await accept(ben, again)).toBe(CASE);
    expect(await accept(someone('zoe'), again)).toBeUndefined();
  });

  it('is nothing when it is made up, or when nobody has signed in', async () => {
    const { code } = (await invite()) ?? { code: '' };
    for (const guess of ['', '00000', tribunal.ids.newId()]) expect(await accept(ben, guess)).toBeUndefined();
    expect(await accept({ kind: 'stranger' }, code)).toBeUndefined();
    expect(await accept(ben, code)).toBe(CASE);
  });

  it('is written by the registry alone, for a party that has no account yet', async () => {
    for (const viewer of [ada, fay, nora, { kind: 'stranger' } as const]) expect(await invite(viewer)).toBeUndefined();
    expect(await invite(rita, PARTIES.ada)).toBeUndefined();
    expect(await invite(rita, 'nobody')).toBeUndefined();
  });

  it('does not put anybody on both sides', async () => {
    const { code } = (await invite()) ?? { code: '' };
    expect(await accept(ada, code)).toBeUndefined();
    expect(await accept(ben, code)).toBe(CASE);
  });

  it('does not make a party of someone who has or had the case for the tribunal', async () => {
    const actor = { kind: 'person', userId: 'rita', role: 'registrar' } as const;
    await tribunal.perform(CASE, 'give', { kind: 'assign', actor, role: 'facilitator', userId: 'fay' });
    const { code } = (await invite()) ?? { code: '' };
    expect(await accept(fay, code)).toBeUndefined();
  });
});
