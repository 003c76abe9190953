import { z } from '@hono/zod-openapi';

/** What every part of the API is made of. */
export const idSchema = z
  .string()
  .openapi({ description: 'Opaque and unguessable.', example: '7m2x9kq4v0c8t3e5h1ga6nybwr' });
export const instantSchema = z.string().openapi({ format: 'date-time', example: '2026-03-17T06:59:00.000Z' });
export const dateSchema = z.string().openapi({ format: 'date', example: '2026-03-16' });
export const centsSchema = z.number().int().openapi({ description: 'Cents.', example: 125000 });
export const languageSchema = z.string().openapi({ example: 'en' });
export const textSchema = z.record(z.string(), z.string()).openapi('Text', {
  description: 'A text in each language that it exists in.',
  example: { en: 'Small claim', fr: 'Petite créance' },
});
/** Form → field → answer. */
export const answersSchema = z.record(z.string(), z.record(z.string(), z.unknown())).openapi('Answers', {
  description: 'Answers by form and field.',
  example: { application: { amount: 125000, whatHappened: 'The deposit was not returned.' } },
});
/** Ids in paths: whatever does not look like one is looked up in vain. */
export const pathId = z.string().max(200);
export const idParams = z.object({ id: pathId.openapi({ description: 'Its id.' }) });
