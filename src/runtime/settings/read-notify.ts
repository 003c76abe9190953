import type { NotifySettings } from '../../effects/notify-texts.ts';
import { readOrigin } from './read-origin.ts';
import { readSecret } from './read-secret.ts';

type Given = (name: string) => string | undefined;

/** GC Notify and the bearer token of its receipts. */
export interface TextSettings extends NotifySettings {
  readonly callbackToken: string;
}

const GC_NOTIFY = 'https://api.notification.canada.ca';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const DOCS = 'docs/operations.md says what each one is';

/**
 * The provider of text messages, by the variables PARLEY_NOTIFY_…; undefined where none is set.
 *
 * @throws with what to set when only some are, or one cannot be used
 */
export function readNotify(given: Given, mode: 'demo' | 'production'): TextSettings | undefined {
  const names = ['API_KEY', 'TEMPLATE', 'CALLBACK_TOKEN', 'URL'] as const;
  const set = names.filter((name) => given(`PARLEY_NOTIFY_${name}`) !== undefined);
  if (set.length === 0) return undefined;
  const need = (name: (typeof names)[number]): string => {
    const value = given(`PARLEY_NOTIFY_${name}`);
    if (value === undefined)
      throw new Error(`PARLEY_NOTIFY_${name} is missing, and PARLEY_NOTIFY_${set[0]} is set; set all or none: ${DOCS}`);
    return value;
  };
  const apiKey = need('API_KEY');
  // The key itself is never repeated.
  if (!new RegExp(`${UUID}-${UUID}$`).test(apiKey))
    throw new Error('PARLEY_NOTIFY_API_KEY is no key of GC Notify; copy it whole, as it is shown once when it is made');
  const template = need('TEMPLATE');
  if (!new RegExp(`^${UUID}$`).test(template))
    throw new Error(
      `PARLEY_NOTIFY_TEMPLATE is "${template}"; set it to the id of a template whose text is ((message))`,
    );
  return {
    url: readOrigin('PARLEY_NOTIFY_URL', given('PARLEY_NOTIFY_URL') ?? GC_NOTIFY, mode),
    apiKey,
    template,
    callbackToken: readSecret('PARLEY_NOTIFY_CALLBACK_TOKEN', need('CALLBACK_TOKEN')) ?? '',
  };
}
