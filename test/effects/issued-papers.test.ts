import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DocumentContent, NoticeSent } from '../../src/domain/fact.ts';
import { documentModelOf } from '../../src/effects/documents/document-model-of.ts';
import { renderDocument } from '../../src/effects/documents/render-document.ts';
import { noticeModelOf } from '../../src/effects/mail/notice-model-of.ts';
import { renderNotice } from '../../src/effects/mail/render-notice.ts';

const content: DocumentContent = {
  template: 'decision',
  language: 'fr',
  title: 'Décision',
  reference: 'SC-2026-000123',
  issuedAt: '2026-03-01T20:00:00.000Z',
  issuedOn: '2026-03-01',
  parties: [{ role: 'Partie demanderesse', name: 'Cuisines du Havre ltée' }],
  sections: [
    { heading: 'Demande', paragraphs: ['La cuisine est finie.'], answers: [{ label: 'Facture', value: '3 240,00 $' }] },
  ],
  reasons: ['Le travail est fini.'],
  orders: ['Rosa Okafor paie.'],
  amount: 270_000,
  currency: 'CAD',
  orderCode: 'm3k9q7',
  signedBy: 'Amara Lindqvist',
};

const notice: Omit<NoticeSent, 'kind'> = {
  id: 'n1',
  notice: 'dispute-notice',
  template: 'dispute-notice',
  to: { party: 'p1', role: 'respondent', name: 'Rosa Okafor', email: 'rosa@people.example' },
  channels: ['portal', 'email'],
  language: 'fr',
  subject: 'Une réclamation vous vise',
  body: 'Premier paragraphe,\nsuite.\n\nSecond paragraphe.\n\n',
  attach: ['d1'],
  deadlines: ['Vous avez jusqu’au mardi 17 mars 2026, 23 h 59.'],
  legal: true,
  audience: 'case',
};

describe('what was decided', () => {
  it('stands in the document word for word, with the tribunal’s name and a way to check it', async () => {
    const model = documentModelOf(
      content,
      { name: 'Tribunal des différends civils' },
      { verification: { code: 'K7QM', url: 'https://tribunal.example/check/K7QM' } },
    );
    const { text } = await extractText(new Uint8Array(renderDocument(model)), { mergePages: true });
    const words = text.replace(/\s+/g, ' ');
    for (const sentence of [
      'Délivré le dimanche 1er mars 2026',
      'Cuisines du Havre ltée Partie demanderesse',
      'Demande La cuisine est finie. Facture 3 240,00 $',
      'Motifs 1. Le travail est fini.',
      'et entrez le code K7QM',
      'Le tribunal ordonne : 1. Rosa Okafor paie. Montant à payer : 2 700,00 $',
      'Amara Lindqvist Pour Tribunal des différends civils dimanche 1er mars 2026',
    ]) {
      expect(words).toContain(sentence);
    }
  });

  it('stands in the notice word for word, one press away from the case', async () => {
    const model = noticeModelOf(notice, {
      tribunal: {
        name: { en: 'Civil Disputes Tribunal', fr: 'Tribunal des différends civils' },
        address: { en: '200 – 1234 Harbour Street' },
        contact: 'greffe@tribunal.example',
        origin: 'https://tribunal.example',
      },
      reference: 'SC-2026-000123',
      title: 'Petites créances',
      link: 'https://tribunal.example/cases/c1',
      documents: ['Avis de différend (PDF)'],
    });
    const { subject, text } = await renderNotice(model);
    expect(subject).toBe('Une réclamation vous vise');
    expect(text).toContain('Bonjour Rosa Okafor,');
    expect(text).toContain('Ce que vous devez faire, et quand\n\nVous avez jusqu’au mardi 17 mars 2026, 23 h 59.');
    expect(text).toContain(
      'Premier paragraphe,\nsuite.\n\nSecond paragraphe.\n\nLire et répondre https://tribunal.example/cases/c1',
    );
    expect(text).toContain(' - Avis de différend (PDF)');
    expect(text).toContain('Cet avis a un effet juridique. Conservez-le.\n\nEnvoyé par Tribunal des différends civils');
  });
});
