import { z } from '@hono/zod-openapi';
import { isEmail } from '../../../domain/forms/field-answer.ts';
import { isUnseen } from '../../../domain/forms/is-unseen.ts';
import { withoutOverrides } from '../../../domain/process/without-overrides.ts';
import { answersSchema, languageSchema } from './common.ts';

const MAX_PARTIES = 100;
const MAX_NAME = 200;

export const emailSchema = z
  .string()
  .max(254, { abort: true })
  .refine(isEmail, 'Give one e-mail address, such as name@example.org.')
  .openapi({ format: 'email', example: 'ada@example.org' });

/** Someone's name as it will stand in letters: one line. */
export const personNameSchema = z
  .string()
  .overwrite(withoutOverrides)
  .trim()
  .min(1)
  .max(MAX_NAME)
  .refine((name) => !/\p{Cc}|\p{Cs}/u.test(name), 'Use one line, without control characters.')
  .refine((name) => !isUnseen(name), 'Give a name that people can see.');

/** No role of the tribunal, no user and no right can be named here: what is not listed is refused. */
const newPartySchema = z
  .strictObject({
    role: z.string().min(1).max(64).openapi({ example: 'applicant' }),
    name: personNameSchema.openapi({ example: 'Ada Applicant' }),
    email: emailSchema.optional().openapi({
      description:
        'Where they are written to. Of the party who opens the case: the address that they signed in with, unless they want to be written to at another.',
      example: 'ada@example.org',
    }),
    phone: z
      .string()
      .regex(/^\+?[0-9 ().-]{5,30}$/, 'Give a phone number.')
      .optional(),
    address: z.string().overwrite(withoutOverrides).max(1_000).optional(),
    language: z.string().max(10).optional().openapi({
      description: 'In which they are written to; one that the workflow does not have becomes its first.',
      example: 'en',
    }),
    outsideProvince: z.boolean().optional().openapi({ description: 'Some deadlines are longer then.' }),
  })
  .openapi('NewParty');

export const openCaseSchema = z
  .strictObject({
    workflow: z.string().min(1).max(100).openapi({ example: 'small-claims' }),
    parties: z.array(newPartySchema).max(MAX_PARTIES),
    data: answersSchema
      .optional()
      .openapi({ description: 'Answers to forms that are sent later: each must fit its field, none is required yet.' }),
    language: languageSchema
      .max(10)
      .optional()
      .openapi({ description: 'Of the case; one that the workflow does not have becomes its first.' }),
  })
  .openapi('NewCase', {
    example: {
      workflow: 'small-claims',
      parties: [
        { role: 'applicant', name: 'Ada Applicant' },
        { role: 'respondent', name: 'Rob Respondent', email: 'rob@example.org', language: 'fr' },
      ],
      data: { application: { claimType: 'debt', amount: 125_000, whatHappened: 'The deposit was not returned.' } },
    },
  });
