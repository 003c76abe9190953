import { validator } from 'hono/validator';
import type { z } from 'zod';
import { operatorSchemas } from './operator-schemas.ts';

/** Parses what came; says what is wrong with it. */
export function givenJson<K extends keyof typeof operatorSchemas>(kind: K) {
  return validator('json', (value, c): z.output<(typeof operatorSchemas)[K]> | Response => {
    const read = operatorSchemas[kind].safeParse(value);
    if (read.success) return read.data as z.output<(typeof operatorSchemas)[K]>;
    return c.json(
      { refused: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') },
      400,
    );
  });
}
