import type { AgreedBy, DocumentContent } from '../fact.ts';
import { agreedForm } from '../forms/agreed-form.ts';
import { fieldsOf } from '../forms/form-answers.ts';
import type { Offer } from '../offer.ts';
import type { Party } from '../party.ts';
import { textIn } from '../text-in.ts';
import { dueInWords } from '../time/legal-date-words.ts';
import type { Turn } from './turn.ts';
import { answerText } from './words.ts';

/** What all agreed to, question by question; nothing before there is such an offer. */
export function agreedTerms(turn: Turn, language: string): NonNullable<DocumentContent['sections'][number]['answers']> {
  const terms = agreedOffer(turn)?.terms ?? {};
  const { definition } = turn.process;
  return fieldsOf(agreedForm(definition))
    .filter(({ id }) => terms[id] !== undefined)
    .map((field) => ({
      label: textIn(field.label, language) || field.id,
      value: answerText(turn, field, terms[field.id], language),
    }));
}

/** Its parties, each with their signature where there is one. */
export function agreedBy(turn: Turn, language: string): readonly AgreedBy[] {
  const offer = agreedOffer(turn);
  if (!offer) return [];
  return turn.theCase.parties
    .filter(({ id }) => id === offer.by || offer.acceptedBy.includes(id))
    .map((party) => signatory(turn, party, offer, language));
}

function signatory({ process, at }: Turn, party: Party, offer: Offer, language: string): AgreedBy {
  const { definition, calendarAt } = process;
  const role = textIn(definition.roles[party.role]?.title, language) || party.role;
  const signature = offer.signatures?.find((one) => one.party === party.id);
  if (!signature) return { name: party.name, role };
  const { provenBy, actedBy } = signature;
  const { zone } = calendarAt(definition.calendar, at);
  const when = dueInWords({ dueAt: signature.at, zone }, language.startsWith('fr') ? 'fr' : 'en');
  return { name: party.name, role, ...(actedBy ? { actedBy } : {}), when, provenBy };
}

function agreedOffer({ theCase }: Turn): Offer | undefined {
  return theCase.offers.findLast(({ status }) => status === 'accepted');
}
