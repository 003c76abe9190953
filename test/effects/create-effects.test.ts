import { extractText } from 'unpdf';
import { afterEach, describe, expect, it } from 'vitest';
import type { NoticeSent } from '../../src/domain/fact.ts';
import { createEffects, type EffectsSettings } from '../../src/effects/create-effects.ts';
import { openPostOffice } from './post-office.ts';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const settings: EffectsSettings = {
  tribunal: {
    name: { en: 'Civil Disputes Tribunal', fr: 'Tribunal des différends civils' },
    address: { en: '200 – 1234 Harbour Street' },
    contact: 'registry@tribunal.example',
    origin: 'https://tribunal.example',
  },
  mailFrom: 'notices@tribunal.example',
  isDemo: false,
  wallClock: { now: () => '2026-03-02T17:00:00.000Z' },
  random: () => 0.5,
  report: (error) => {
    throw error;
  },
};

function effectsWith(more: Partial<EffectsSettings> = {}) {
  const { effects, close } = createEffects({ ...settings, ...more });
  closers.push(close);
  return effects;
}

const notice: Omit<NoticeSent, 'kind'> = {
  id: 'n1',
  notice: 'dispute-notice',
  template: 'dispute-notice',
  to: { party: 'p1', role: 'respondent', name: 'Rosa Okafor', email: 'rosa@people.example' },
  channels: ['portal', 'email'],
  language: 'en',
  subject: 'A claim was made against you',
  body: 'Read it.',
  attach: [],
  deadlines: [],
  legal: true,
  audience: 'case',
};
const around = {
  tribunal: settings.tribunal,
  reference: 'SC-2026-000123',
  title: 'Small claims',
  link: 'https://tribunal.example/cases/c1',
  documents: [],
};

describe('a tribunal with a mail server', () => {
  it('sends a notice under its own name, with the Message-ID of its key', async () => {
    const post = await openPostOffice();
    closers.push(post.close);
    const { mail, renderNotice, messageIdOf } = effectsWith({ smtpUrl: post.url() });
    if (mail.kind !== 'server') throw new Error('there is a server');
    const messageId = messageIdOf('c1/n1/email');
    const outcome = await mail.send({
      ...(await renderNotice(notice, around)),
      messageId,
      to: { address: 'rosa@people.example', name: 'Rosa Okafor' },
      attachments: [],
    });
    expect(outcome.kind).toBe('accepted');
    expect(messageIdOf('c1/n1/email')).toBe(messageId);
    expect(messageIdOf('c1/n2/email')).not.toBe(messageId);
    expect(post.letters[0]?.email).toMatchObject({
      messageId,
      from: { address: 'notices@tribunal.example', name: 'Civil Disputes Tribunal' },
      subject: 'A claim was made against you',
    });
  });

  it('does not start with an address that cannot send', () => {
    expect(() => createEffects({ ...settings, smtpUrl: 'smtp://localhost', mailFrom: 'nobody' })).toThrow(
      /is not an e-mail address/,
    );
  });
});

describe('a tribunal without a mail server', () => {
  it('keeps its mail, and in a demonstration shows it', () => {
    expect(effectsWith().mail.kind).toBe('none');
    expect(effectsWith({ isDemo: true }).mail.kind).toBe('mailbox');
  });
});

describe('a code in a mail', () => {
  it('to join the case stands in one piece in page and text, so that it can be copied and blanked', async () => {
    const invitation = 'k7qm4-2xd9f-a8b3c-e5g1h-jm6np-q';
    for (const template of ['notice', 'dispute-notice', 'deadline-reminder', 'decision', 'consent-order']) {
      const { html, text } = await effectsWith().renderNotice({ ...notice, template }, { ...around, invitation });
      expect(html.split(invitation)).toHaveLength(2);
      expect(text.split(invitation)).toHaveLength(2);
      expect(text.replace(/\n/g, ' ')).toContain('open https://tribunal.example/join and type this code');
    }
  });

  it('to sign in stands in the words but not in the subject', async () => {
    const { subject, text, html } = await effectsWith().renderSignInCode(
      { code: '482913', email: 'rosa@people.example', language: 'fr' },
      settings.tribunal,
    );
    expect(subject).toBe('Votre code de connexion');
    expect(text).toContain('482913');
    expect(text).toContain('valable 10 minutes');
    expect(html.split('482913')).toHaveLength(2);
    expect(text).toContain('Envoyé par Tribunal des différends civils');
  });
});

describe('a mail to the registry from who has papers and no code', () => {
  it('holds all that they wrote, as text, and says to check who they are', async () => {
    const asked = {
      name: 'Una <b>',
      reference: '',
      papers: 'Pay 900 $.\n<script>',
      reach: '2 Mill Road',
      language: 'en',
    };
    const { subject, text, html } = await effectsWith().renderCodeAsked(asked, settings.tribunal);
    expect(subject).toBe('A code is asked for: Una <b>');
    for (const said of ['Una <b>', 'not given', '2 Mill Road', 'Check who they are']) expect(text).toContain(said);
    expect(html).not.toMatch(/<script>|Una <b>/);
  });
});

describe('a link to go on later', () => {
  it('leads to the form, names it and its case, and says that nothing was sent', async () => {
    const link = 'https://tribunal.example/cases/c1/act/SUBMIT';
    const { subject, text, html } = await effectsWith().renderFormLink(
      {
        email: 'rosa@people.example',
        name: 'Rosa <b>',
        language: 'fr',
        title: 'Déposer',
        reference: 'SC-2026-000001',
        process: 'Petites créances',
        link,
      },
      settings.tribunal,
    );
    expect(subject).toBe('Continuer : Déposer');
    expect(text).toContain(link);
    expect(text).toContain('SC-2026-000001');
    expect(text.replace(/\n/g, ' ')).toContain('Rien n’a encore été envoyé au tribunal.');
    expect(html).not.toContain('Rosa <b>');
  });
});

describe('an effect that fails again and again', () => {
  it('is tried after ever longer, then given up', () => {
    const { retryInMs } = effectsWith();
    const waits = Array.from({ length: 13 }, (_, n) => retryInMs(n + 1));
    expect(waits.slice(0, 11).every((wait, n) => wait !== undefined && wait >= (waits[n - 1] ?? 0))).toBe(true);
    expect(waits.slice(11)).toEqual([undefined, undefined]);
  });
});

describe('a document that was issued', () => {
  const notice = {
    template: 'dispute-notice',
    language: 'en',
    title: 'Dispute notice',
    reference: 'SC-1',
    issuedAt: '2026-03-01T20:00:00.000Z',
    issuedOn: '2026-03-01',
    parties: [],
    sections: [],
    currency: 'CAD',
  };

  it('tells whoever is served on paper where to answer, when it is a notice', async () => {
    const link = 'https://tribunal.example/cases/m3k9';
    const wordsOf = async (content: typeof notice) => {
      const bytes = await effectsWith().renderDocument(content, settings.tribunal, link);
      return (await extractText(new Uint8Array(bytes), { mergePages: true })).text.replace(/\s+/g, ' ');
    };
    expect(await wordsOf(notice)).toMatch(/Answer online, here.*tribunal\.example.*m3k9/);
    expect(await wordsOf({ ...notice, template: 'decision' })).not.toContain('m3k9');
  });

  it('bears the tribunal’s name in the language of the case', async () => {
    const bytes = await effectsWith().renderDocument(
      {
        template: 'letter',
        language: 'fr',
        title: 'Lettre',
        reference: 'SC-1',
        issuedAt: '2026-03-01T20:00:00.000Z',
        issuedOn: '2026-03-01',
        parties: [],
        sections: [],
        currency: 'CAD',
      },
      settings.tribunal,
    );
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    expect(text).toContain('Tribunal des différends civils');
    expect(text).toContain('200 – 1234 Harbour Street');
  });
});
