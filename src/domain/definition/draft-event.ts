import { named } from './definition-view.ts';
import type { Definition } from './schema.ts';

/**
 * The event under which unsent answers are kept. Where a long form can be sent in several ways (with the fee, or without),
 * all of them go on with the same answers; short ones, such as reasons for this or that, are each by themselves.
 */
export function draftEvent({ events, forms }: Pick<Definition, 'events' | 'forms'>, event: string): string {
  const rule = named(events, event);
  const form = rule?.form === undefined ? undefined : named(forms, rule.form);
  if (!rule || !form || form.pages.length < 2) return event;
  const alike = Object.entries(events).find(
    ([, other]) =>
      other.form === rule.form &&
      other.scope === rule.scope &&
      Boolean(other.privileged) === Boolean(rule.privileged) &&
      // An answer to an offer begins with its terms, a new offer with nothing.
      other.offer?.do === rule.offer?.do,
  );
  return alike?.[0] ?? event;
}
