import { ENGINE_COMMANDS, type EngineCommand } from '../definition/engine-events.ts';
import type { Field, Form } from '../definition/form-schema.ts';
import type { Text } from '../definition/text-schema.ts';
import { NEED_FORMS } from './need-forms.ts';

const CAPACITIES = [
  { value: 'representative', label: text('Act for me', 'Agir pour moi') },
  { value: 'helper', label: text('Help me; I decide', 'M’aider; je décide') },
];
const SUPPORTER: Field = {
  id: 'supporter',
  type: 'text',
  label: text('Person (their id)', 'Personne (identifiant)'),
  required: true,
};

/** Forms of what the engine itself offers, so that pages, the API and its documentation treat them like any other. */
export const ENGINE_FORMS: Readonly<Record<EngineCommand, Form>> = {
  EXTEND_DEADLINE: form(text('Give more time', 'Accorder plus de temps'), [
    {
      id: 'deadline',
      type: 'text',
      label: text('Deadline (its id or name)', 'Échéance (identifiant ou nom)'),
      required: true,
    },
    { id: 'days', type: 'number', label: text('Days to add', 'Jours à ajouter'), min: 1, whole: true, required: true },
    { id: 'reason', type: 'longtext', label: text('Why', 'Pourquoi'), maxLength: 2_000 },
  ]),
  ASSIGN: form(text('Give the case to someone', 'Confier le dossier à quelqu’un'), [
    { id: 'role', type: 'text', label: text('Role', 'Rôle'), required: true },
    { id: 'user', type: 'text', label: text('Person (their id)', 'Personne (identifiant)'), required: true },
  ]),
  COMPLETE_TASK: form(text('Mark a task as done', 'Marquer une tâche comme faite'), [
    { id: 'task', type: 'text', label: text('Task (its id)', 'Tâche (identifiant)'), required: true },
  ]),
  DECLARE_CONFLICT: form(text('Declare a conflict of interest', 'Déclarer un conflit d’intérêts'), [
    { id: 'reason', type: 'longtext', label: text('Why', 'Pourquoi'), maxLength: 2_000 },
  ]),
  INVITE: form(
    text('Invite someone to act for you or help you', 'Inviter quelqu’un à agir pour vous ou à vous aider'),
    [
      {
        id: 'capacity',
        type: 'choice',
        required: true,
        label: text('What may they do?', 'Que peut faire cette personne?'),
        options: CAPACITIES,
      },
      { id: 'name', type: 'text', label: text('Their name', 'Son nom'), required: true },
      { id: 'email', type: 'email', label: text('Their e-mail address', 'Son adresse courriel'), required: true },
      {
        id: 'note',
        type: 'longtext',
        label: text('What should the tribunal know about them?', 'Que doit savoir le tribunal à son sujet?'),
        maxLength: 500,
      },
    ],
  ),
  REVOKE: form(text('End what someone may do for you', 'Mettre fin à l’aide d’une personne'), [SUPPORTER]),
  CHANGE_HELP: form(text('Change what someone may do for you', 'Changer ce qu’une personne peut faire pour vous'), [
    SUPPORTER,
    {
      id: 'capacity',
      type: 'choice',
      required: true,
      label: text('What may they do?', 'Que peut faire cette personne?'),
      options: CAPACITIES,
    },
  ]),
  CHANGE_CONTACT: form(text('Change how we reach you', 'Changer la façon de vous joindre'), contactFields()),
  CONFIRM_EMAIL: form(text('Confirm your new e-mail address', 'Confirmer votre nouvelle adresse courriel'), [
    {
      id: 'code',
      type: 'text',
      maxLength: 20,
      required: true,
      label: text('Code that we sent there', 'Code que nous y avons envoyé'),
    },
  ]),
  STEP_BACK: { title: text('Stop helping', 'Cesser d’aider'), pages: [] },
  ...NEED_FORMS,
};

/** What is left empty stays as it is: who may not read it cannot wipe it out by looking at it. */
function contactFields(): Field[] {
  return [
    { id: 'email', type: 'email', label: text('E-mail address', 'Adresse courriel') },
    { id: 'phone', type: 'phone', label: text('Phone number', 'Numéro de téléphone') },
    {
      id: 'address',
      type: 'longtext',
      maxLength: 400,
      label: text('Postal address, as on an envelope', 'Adresse postale, comme sur une enveloppe'),
    },
    { id: 'language', type: 'text', maxLength: 35, label: text('Language', 'Langue') },
    {
      id: 'writtenBy',
      type: 'choice',
      label: text('How should we write?', 'Comment devons-nous écrire?'),
      options: [
        { value: 'email', label: text('By e-mail', 'Par courriel') },
        { value: 'letter', label: text('By paper letter', 'Par lettre papier') },
      ],
    },
    { id: 'wantsTexts', type: 'yesno', label: text('A text message too', 'Un message texte aussi') },
    { id: 'isProtected', type: 'yesno', label: text('Keep it secret', 'Garder ces renseignements secrets') },
    {
      id: 'forget',
      type: 'choices',
      label: text('Take back', 'Retirer'),
      options: [
        { value: 'email', label: text('The e-mail address', 'L’adresse courriel') },
        { value: 'phone', label: text('The phone number', 'Le numéro de téléphone') },
        { value: 'address', label: text('The postal address', 'L’adresse postale') },
      ],
    },
  ];
}

/** What only who has just signed in may do, when they do it as a party. */
export const ENGINE_STEP_UPS: ReadonlySet<string> = new Set<EngineCommand>(['CHANGE_CONTACT']);

export function isEngineEvent(type: string): type is EngineCommand {
  return ENGINE_COMMANDS.some((one) => one === type);
}

function form(title: Text, fields: Field[]): Form {
  return { title, pages: [{ id: 'page', fields }] };
}

function text(en: string, fr: string): Text {
  return { en, fr };
}
