import type { EventRule } from '../../src/domain/definition/event-schema.ts';
import type { Field, Form } from '../../src/domain/definition/form-schema.ts';
import type { Definition } from '../../src/domain/definition/schema.ts';

const both = (text: string) => ({ en: text, fr: text });
const PARTIES = ['applicant', 'respondent'];

/** Of the answers of a form, those that everyone in the case may read. */
export function openFields({ pages }: Form): Field[] {
  return pages
    .flatMap(({ fields }) => fields)
    .filter(({ access = 'case', privileged = false }) => access === 'case' && !privileged);
}

export function textFields(form: Form): Field[] {
  return form.pages
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => ['text', 'longtext', 'address'].includes(type));
}

/**
 * A process that asks everything a shipped one asks: each of its forms whole, as an event that its parties can do at any
 * time; each answer said again in a notice to the other side and, at the end, in a document and a published decision.
 */
export function everyFormAtOnce(shipped: Definition): Definition {
  const forms = Object.fromEntries(Object.entries(shipped.forms).map(([name, form]) => [name, whole(form)]));
  const asked = Object.entries(forms).map(([name, form]): [string, EventRule] => [
    `ASK_${name}`,
    { title: form.title, by: [...PARTIES], scope: 'case', form: name },
  ]);
  return {
    ...shipped,
    id: `all-of-${shipped.id}`,
    calendar: 'ca-bc',
    opens: undefined,
    stages: [{ id: 'open', title: both('Open') }],
    roles: {
      applicant: { kind: 'party', min: 1, max: 1 },
      respondent: { kind: 'party', min: 1, max: 1 },
      member: { kind: 'tribunal', assign: 'manual' },
      registrar: { kind: 'tribunal', shared: true },
    },
    forms: { ...forms, say: textForm('message', 'amount'), judge: textForm('reasons', 'terms') },
    events: {
      ...Object.fromEntries(asked),
      SAY: { title: both('Say'), by: PARTIES, scope: 'case', form: 'say', message: 'case' },
      OFFER: { title: both('Offer'), by: PARTIES, scope: 'case', form: 'say', privileged: true, offer: { do: 'make' } },
      DECIDE: { title: both('Decide'), by: ['member'], scope: 'case', form: 'judge' },
    },
    notices: Object.fromEntries(Object.entries(forms).map(([name, form]) => [`says-${name}`, noticeOf(form)])),
    documents: { everything: documentOf(forms) },
    deadlines: {},
    fees: {},
    guards: {},
    refusals: {},
    guidance: {},
    scenarios: [],
    explorer: undefined,
    partyCharts: {},
    chart: {
      initial: 'open',
      states: {
        open: {
          meta: { stage: 'open' },
          entry: { type: 'privilege', room: 'open' },
          on: {
            ...Object.fromEntries(
              Object.keys(forms).map((name) => [
                `ASK_${name}`,
                { actions: [{ type: 'notify' as const, notice: `says-${name}` }] },
              ]),
            ),
            SAY: {},
            OFFER: {},
            DECIDE: {
              actions: [
                { type: 'decide', decision: 'final', document: 'everything' },
                { type: 'order', order: 'final', document: 'everything' },
                { type: 'publish' },
              ],
            },
          },
        },
      },
    },
  };
}

/** Every page is asked. */
function whole(form: Form): Form {
  return { ...form, pages: form.pages.map(({ showIf: _, ...page }) => page) };
}

function textForm(text: string, other: string): Form {
  const fields: Field[] = [
    { id: text, type: 'longtext', required: true, label: both(text) },
    { id: other, type: other === 'amount' ? 'money' : 'longtext', required: true, label: both(other) },
  ];
  return { title: both('Say it'), pages: [{ id: 'say', fields }] };
}

function noticeOf(form: Form): Definition['notices'][string] {
  const said = openFields(form)
    .filter(({ type }) => type === 'text' || type === 'longtext')
    .map(({ id }) => `{{event.${id}}}`);
  return {
    to: PARTIES,
    except: 'actor',
    channels: ['portal', 'email'],
    template: 'notice',
    subject: both(said[0] ?? 'Something was said'),
    body: both(['It was said:', ...said].join('\n\n')),
  };
}

function documentOf(forms: Readonly<Record<string, Form>>): Definition['documents'][string] {
  const sections = Object.entries(forms)
    .filter(([, form]) => openFields(form).length > 0)
    .map(([name, form]) => ({ heading: form.title, form: name }));
  return { template: 'decision', access: 'case', title: both('Everything'), sections };
}
