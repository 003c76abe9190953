import { describe, expect, it } from 'vitest';
import { createSession } from '../../../src/app/auth/create-session.ts';
import { requestCode } from '../../../src/app/auth/request-code.ts';
import { askForCode } from '../../../src/app/letters/ask-for-code.ts';
import { readKeptMail } from '../../../src/app/outbox/kept-mail.ts';
import { smtpError } from '../../effects/post-office.ts';
import { anOutbox, type OutboxWorld } from '../an-outbox.ts';
import { aPostOffice } from './a-post-office.ts';

describe('someone who was handed papers and has no code', () => {
  const asked = {
    name: 'Una Nowhere',
    reference: 'DEP-2026-000001',
    papers: 'They say that I owe 900 $.',
    reach: '2 Mill Road, Hope',
    language: 'en',
  };
  const ask = (world: OutboxWorld, key: string) =>
    askForCode(world.parley.ports, asked, { client: '192.0.2.1', key: key.padEnd(24, '-') });

  it('reaches the registry by mail, once, and nothing of it stays in the outbox', async () => {
    const office = await aPostOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    expect([await ask(world, 'one'), await ask(world, 'one')]).toEqual(['asked', 'asked']);
    await world.drain();
    expect(office.letters).toHaveLength(1);
    const [letter] = office.letters;
    expect(letter?.email.to?.[0]?.address).toBe(world.effects.tribunal.contact);
    for (const said of [asked.name, asked.papers, asked.reach]) expect(letter?.email.text).toContain(said);
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(JSON.stringify(kept)).not.toMatch(/Una|Mill Road|owe/);
  });

  it('can write five times an hour, and the registry is not buried', async () => {
    const world = await anOutbox();
    const answers: string[] = [];
    for (let times = 0; times < 6; times += 1) answers.push(await ask(world, `try-${times}`));
    expect(answers).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 'tooOften']);
  });

  it('is a dead letter, words and all, where the registry’s own address takes no mail', async () => {
    const office = await aPostOffice({
      onRcptTo: (_address, _session, done) => done(smtpError(550, 'no such mailbox')),
    });
    const world = await anOutbox({ smtpUrl: office.url() });
    await ask(world, 'one');
    await world.drain();
    const [dead] = world.parley.ports.registry.read((reads) => reads.deadLetters(10));
    expect(dead?.kind).toBe('codeAsked');
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(kept?.rendered).toContain('Mill Road');
  });
});

describe('someone who asks for a sign-in code', () => {
  const ask = (world: OutboxWorld) => requestCode(world.parley.ports, { email: 'ada@example.org', language: 'en' });
  const codeIn = (text: string) => /\b(\d{6})\b/.exec(text)?.[1] ?? '';

  it('gets it by mail, and it stands nowhere afterwards', async () => {
    const office = await aPostOffice();
    const world = await anOutbox({ smtpUrl: office.url() });
    world.clock.advance({ days: 400 });
    await ask(world);
    await world.drain();
    const code = codeIn(office.letters[0]?.email.text ?? '');
    const attempt = { email: 'ada@example.org', code, language: 'en' };
    expect(await createSession(world.parley.ports, attempt)).toMatchObject({ user: { id: 'ada' } });
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(kept?.rendered ?? '').not.toContain(code);
  });

  it('reads it in the mailbox of a demonstration while it is good, and never again', async () => {
    const world = await anOutbox({ mode: 'demo' });
    world.clock.advance({ days: 400 });
    await ask(world);
    await world.drain();
    const [kept] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    const attempt = { email: 'ada@example.org', code: codeIn(readKeptMail(kept?.rendered ?? '').text), language: 'en' };
    expect(await createSession(world.parley.ports, attempt)).toMatchObject({ user: { id: 'ada' } });
    const later = new Date(Date.now() + 11 * 60_000).toISOString();
    world.effects = { ...world.effects, wallClock: { now: () => later } };
    world.clock.advance({ minutes: 11 });
    await world.drain();
    const [blank] = world.parley.ports.registry.read((reads) => reads.outboxMail(1));
    expect(blank?.rendered ?? '').not.toContain(attempt.code);
  });
});
