import { z } from 'zod';

/** A time of day on a 24-hour clock, `HH:mm`. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day is written HH:mm, from 00:00 to 23:59');
