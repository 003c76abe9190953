import { isSecretAnswer } from '../access/is-secret-answer.ts';
import type { Field } from '../definition/form-schema.ts';
import type { DocumentRule } from '../definition/notice-schema.ts';
import type { DocumentContent, DocumentIssued } from '../fact.ts';
import { fieldsOf } from '../forms/form-answers.ts';
import { textIn } from '../text-in.ts';
import { localDateAt } from '../time/local-time.ts';
import type { Issue, Turn } from './turn.ts';
import { answerText, fillFor, type Reader, secretWord } from './words.ts';
import { agreedBy, agreedTerms } from './write-agreement.ts';

/** A document as it is issued: every word of it fixed, in the case's language or another. The PDF made from it later adds nothing. */
export function writeDocument(turn: Turn, issue: Issue, language = turn.theCase.language): DocumentIssued {
  const { definition } = turn.process;
  const rule = definition.documents[issue.name];
  if (!rule) throw new Error(`${definition.id} has no document ${issue.name}; the checker refuses such a definition`);
  return {
    kind: 'DocumentIssued',
    id: issue.id,
    document: issue.name,
    content: contentOf(turn, issue, rule, language),
    audience: rule.access,
  };
}

function contentOf(turn: Turn, issue: Issue, rule: DocumentRule, language: string): DocumentContent {
  const { theCase, process } = turn;
  const calendar = process.calendarAt(process.definition.calendar, turn.at);
  return {
    template: rule.template,
    language,
    title: textIn(rule.title ?? process.definition.title, language),
    reference: theCase.reference,
    issuedAt: turn.at,
    issuedOn: localDateAt(turn.at, calendar.zone),
    parties: theCase.parties.map((party) => ({
      role: textIn(process.definition.roles[party.role]?.title, language) || party.role,
      name: party.name,
    })),
    sections: sectionsOf(turn, issue, rule, language),
    currency: process.definition.currency,
    ...issue.body,
    ...(rule.sections?.some(({ agreement }) => agreement) ? { agreedBy: agreedBy(turn, language) } : {}),
  };
}

function sectionsOf(turn: Turn, issue: Issue, rule: DocumentRule, language: string): DocumentContent['sections'] {
  const fill = fillFor(turn, { role: '', name: '', language } satisfies Reader, issue.party);
  return (rule.sections ?? []).map((section) => ({
    ...(section.heading ? { heading: fill(section.heading) } : {}),
    paragraphs: section.text ? fill(section.text).split(/\n{2,}/) : [],
    ...(section.form ? { answers: answersOf(turn, issue, section.form, language) } : {}),
    ...(section.agreement ? { answers: agreedTerms(turn, language) } : {}),
  }));
}

/** A form's answers as the whole case may read them: what is sealed, privileged or for the tribunal stays out. */
function answersOf(turn: Turn, issue: Issue, form: string, language: string) {
  const { theCase, process } = turn;
  const party = theCase.parties.find(({ id }) => id === issue.party);
  const answers = party?.data[form] ?? theCase.data[form] ?? {};
  const owner = party?.data[form] ? party : undefined;
  const isSecret = (field: Field) => isSecretAnswer(process.definition, theCase, { form, field, party: owner });
  const asked = process.definition.forms[form];
  if (!asked) return [];
  return fieldsOf(asked)
    .filter((field) => answers[field.id] !== undefined && (field.access ?? 'case') === 'case' && !field.privileged)
    .map((field) => ({
      label: textIn(field.label, language) || field.id,
      value: isSecret(field) ? secretWord(language) : answerText(turn, field, answers[field.id], language),
    }));
}
