import type { Form } from '../definition/form-schema.ts';
import type { Text } from '../definition/text-schema.ts';
import { NEED_KINDS, NEED_READERS, NEED_TEXT_LENGTH, NEED_WORDS, type NeedReader } from '../need.ts';

/** Who else may read a need, as people are asked. */
export const NEED_READER_WORDS: { readonly [R in NeedReader]: Text } = {
  supporters: { en: 'Who acts for me or helps me', fr: 'Qui agit pour moi ou m’aide' },
  facilitator: { en: 'The facilitator of my case', fr: 'La personne qui facilite mon dossier' },
  member: { en: 'The member who decides my case', fr: 'Le membre qui tranche mon dossier' },
};

const NEED = { id: 'need', type: 'text', label: { en: 'Need (its id)', fr: 'Besoin (identifiant)' } } as const;

/** Forms of what people need to take part, and of what is answered to it. */
export const NEED_FORMS: Readonly<Record<'TELL_NEED' | 'WITHDRAW_NEED' | 'ANSWER_NEED', Form>> = {
  TELL_NEED: {
    title: { en: 'Say what you need to take part', fr: 'Dire ce dont vous avez besoin pour participer' },
    pages: [
      {
        id: 'need',
        fields: [
          NEED,
          {
            id: 'kind',
            type: 'choice',
            required: true,
            label: { en: 'What would help you?', fr: 'Qu’est-ce qui vous aiderait?' },
            options: NEED_KINDS.map((value) => ({ value, label: NEED_WORDS[value].title })),
          },
          {
            id: 'wants',
            type: 'choices',
            label: { en: 'Which of these?', fr: 'Quoi, parmi ceci?' },
            options: NEED_KINDS.flatMap((kind) =>
              Object.entries(NEED_WORDS[kind].wants).map(([value, label]) => ({ value, label })),
            ),
          },
          {
            id: 'details',
            type: 'longtext',
            maxLength: NEED_TEXT_LENGTH,
            label: { en: 'In your own words', fr: 'Dans vos mots' },
          },
          {
            id: 'readers',
            type: 'choices',
            label: { en: 'Who else may know?', fr: 'Qui d’autre peut le savoir?' },
            options: NEED_READERS.map((value) => ({ value, label: NEED_READER_WORDS[value] })),
          },
        ],
      },
    ],
  },
  WITHDRAW_NEED: {
    title: { en: 'Take back a need', fr: 'Retirer un besoin' },
    pages: [{ id: 'need', fields: [{ ...NEED, required: true }] }],
  },
  ANSWER_NEED: {
    title: { en: 'Answer a need', fr: 'Répondre à un besoin' },
    pages: [
      {
        id: 'answer',
        fields: [
          { ...NEED, required: true },
          {
            id: 'outcome',
            type: 'choice',
            required: true,
            label: { en: 'What comes of it?', fr: 'Qu’en est-il?' },
            options: [
              { value: 'arranged', label: { en: 'It is arranged', fr: 'C’est organisé' } },
              { value: 'cannot', label: { en: 'It cannot be arranged', fr: 'Ce n’est pas possible' } },
            ],
          },
          {
            id: 'answer',
            type: 'longtext',
            maxLength: NEED_TEXT_LENGTH,
            label: { en: 'What the person should know', fr: 'Ce que la personne doit savoir' },
          },
        ],
      },
    ],
  },
};
