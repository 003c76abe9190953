import type { CaseFile } from '../../domain/case-file.ts';
import type { DocumentContent } from '../../domain/fact.ts';
import type { Party } from '../../domain/party.ts';
import type { Process } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import { formatDate } from '../../domain/texts/format-value.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import type { Invitation } from '../auth/issue-invitation.ts';
import { invitationView } from '../queries/invitation-view.ts';

type Section = DocumentContent['sections'][number];

/**
 * The letter that brings a party their code on paper: for them alone, since whoever holds it acts as them. It is rendered
 * with `invitationLink` as the address to answer at, handed to the registry once, and kept nowhere.
 *
 * @param at instant (UTC) by the clock of the case
 * @param language of the party, such as `fr`
 */
export function invitationLetter(
  process: Process,
  caseFile: CaseFile,
  party: Party,
  { code, expiresAt }: Invitation,
  at: string,
  language: string,
): DocumentContent {
  const { definition, tribunal } = process;
  const told = invitationView(process, { caseFile, party, isBound: false }, at, language);
  const { zone } = process.calendarAt(definition.calendar, at);
  const say = (text: { en: string; fr: string }) => textIn(text, language);
  const goodUntil = say(WORDS.goodUntil).replace('{date}', formatDate(localDateAt(expiresAt, zone), language));
  const must = told.sections
    .filter(({ kind }) => kind === 'must')
    .map(({ text }) => text)
    .join(' ');
  return {
    template: 'letter',
    language,
    title: told.title || say(WORDS.title),
    reference: caseFile.reference,
    issuedAt: at,
    issuedOn: localDateAt(at, zone),
    // Where the window of an envelope is.
    parties: [{ name: party.name, role: party.address ?? '' }],
    sections: [
      {
        ...(must ? { heading: must } : {}),
        paragraphs: [],
        answers: told.facts.map(({ label, text }) => ({ label, value: text })),
      },
      {
        heading: say(WORDS.howTo),
        paragraphs: [say(WORDS.howToText), goodUntil],
        answers: [
          { label: say(WORDS.address), value: `${tribunal.origin.replace(/^https?:\/\//, '')}/join` },
          { label: say(WORDS.code), value: code },
        ],
      },
      ...told.deadlines.map(({ why }): Section => ({ heading: say(WORDS.until), paragraphs: [why] })),
      ...told.sections
        .filter(({ kind }) => kind === undefined)
        .map(({ heading, text }): Section => ({ heading, paragraphs: text.split(/\n{2,}/) })),
      ...(definition.help ?? []).map(
        ({ heading, text, links = [] }): Section => ({
          heading: textIn(heading, language),
          paragraphs: [textIn(text, language), ...links.map(({ title, url }) => `${textIn(title, language)}: ${url}`)],
        }),
      ),
      { heading: say(WORDS.questions), paragraphs: [`${say(WORDS.writeTo)} ${tribunal.contact}`] },
    ],
    currency: definition.currency,
  };
}

const WORDS = {
  title: { en: 'The tribunal writes to you', fr: 'Le tribunal vous écrit' },
  until: { en: 'Until when, and why', fr: 'Jusqu’à quand, et pourquoi' },
  howTo: { en: 'How to go on', fr: 'Comment continuer' },
  howToText: {
    en: 'Point the camera of a phone at the square on this page. Or go to the address below and type the code. Small and capital letters are the same. You read first what it is about. Then you sign in with any e-mail address of yours.',
    fr: 'Visez le carré de cette page avec l’appareil photo d’un téléphone. Ou allez à l’adresse ci-dessous et saisissez le code. Majuscules et minuscules ne changent rien. Vous lisez d’abord de quoi il s’agit. Ensuite, vous vous connectez avec une adresse de courriel à vous.',
  },
  goodUntil: {
    en: 'Keep this letter to yourself: whoever has the code can act as you. The code is good once, until {date}.',
    fr: 'Gardez cette lettre pour vous : qui a le code peut agir à votre place. Le code sert une fois, jusqu’au {date}.',
  },
  address: { en: 'Address', fr: 'Adresse' },
  code: { en: 'Your code', fr: 'Votre code' },
  questions: { en: 'Questions', fr: 'Questions' },
  writeTo: { en: 'Write to us:', fr: 'Écrivez-nous :' },
} as const;
