import { ENGINE_COMMANDS, type EngineCommand } from './definition/engine-events.ts';
import type { Field, Form } from './definition/form-schema.ts';
import type { Text } from './definition/text-schema.ts';

/** Forms of what the engine itself offers, so that pages, the API and its documentation treat them like any other. */
export const ENGINE_FORMS: Readonly<Record<EngineCommand, Form>> = {
  EXTEND_DEADLINE: form(text('Give more time', 'Accorder plus de temps'), [
    {
      id: 'deadline',
      type: 'text',
      label: text('Deadline (its id or name)', 'Échéance (identifiant ou nom)'),
      required: true,
    },
    { id: 'days', type: 'number', label: text('Days to add', 'Jours à ajouter'), min: 1, required: true },
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
        options: [
          { value: 'representative', label: text('Act for me', 'Agir pour moi') },
          { value: 'helper', label: text('Help me; I decide', 'M’aider; je décide') },
        ],
      },
      { id: 'name', type: 'text', label: text('Their name', 'Son nom'), required: true },
      { id: 'email', type: 'email', label: text('Their e-mail address', 'Son adresse courriel'), required: true },
    ],
  ),
  REVOKE: form(text('End what someone may do for you', 'Mettre fin à l’aide d’une personne'), [
    { id: 'supporter', type: 'text', label: text('Person (their id)', 'Personne (identifiant)'), required: true },
  ]),
};

export function isEngineEvent(type: string): type is EngineCommand {
  return ENGINE_COMMANDS.some((one) => one === type);
}

function form(title: Text, fields: Field[]): Form {
  return { title, pages: [{ id: 'page', fields }] };
}

function text(en: string, fr: string): Text {
  return { en, fr };
}
