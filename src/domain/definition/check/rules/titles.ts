import type { Form } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';

/** What people press and fill in is called something. */
export const checkTitles: Rule = (view) => [
  ...Object.entries(view.definition.events)
    .filter(([, event]) => event.title === undefined)
    .map(([name]) => untitledEvent(name)),
  ...Object.entries(view.definition.forms).flatMap(([name, form]) => checkLabels(name, form)),
];

function untitledEvent(name: string): Problem {
  const message = `The event “${name}” has no title, so its button would say nothing.`;
  return error(
    'event-without-title',
    jsonPointer('events', name),
    message,
    'Add "title" in each language, such as “Respond to the claim”.',
  );
}

/** A page with a single question may ask it in its title. */
function checkLabels(name: string, form: Form): Problem[] {
  return form.pages.flatMap((page, index) =>
    page.fields.flatMap((field, place) => {
      if (field.label !== undefined || (page.title !== undefined && page.fields.length === 1)) return [];
      const path = jsonPointer('forms', name, 'pages', index, 'fields', place);
      const message = `The field “${field.id}” of the form “${name}” has no label, so people would not know what to write.`;
      return [
        warning(
          'field-without-label',
          path,
          message,
          'Add "label"; or, when it is alone on its page, give the page a "title".',
        ),
      ];
    }),
  );
}
