/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { type ActModel, readAct } from '../forms/act-model.ts';
import { formsLimited, sendEvent } from '../forms/act-pages.tsx';
import type { KeptFile } from '../forms/files-field.tsx';
import { formKey } from '../forms/form-key.ts';
import { fieldsOf, obviousErrors, readFormAnswers } from '../forms/read-form-answers.ts';
import { takeFiles } from '../forms/take-files.ts';
import { typedForm } from '../forms/typed-form.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { ChangeExhibitPage, type ChangeStep, changeWords } from './change-exhibit-page.tsx';
import { evidenceAt } from './evidence-at.ts';
import type { EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';
import { exhibitAt } from './exhibit-at.ts';

/** Which exhibit it is about, the address says. */
const WHICH = 'exhibit';

interface Change {
  readonly step: ChangeStep;
  readonly model: EvidenceModel;
  readonly exhibit: ExhibitView;
  readonly action: ActionView;
  /** The event, without the question which exhibit it is about. */
  readonly act: ActModel;
}

interface Tried {
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
}

/** Replacing an exhibit of one's own, saying something else of it, and withdrawing it. */
export function changeExhibitPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  for (const step of ['replace', 'describe', 'withdraw'] as const) {
    const path = `/cases/:id/evidence/:exhibit/${step}`;
    app.get(
      path,
      signedIn,
      changing(step, (c, change) => changePage(c, change, asItIs(change))),
    );
    app.post(path, formsLimited(ports, tools), signedIn, changing(step, send));
  }
  return app;

  /** For who can do it now; others are led to the exhibit, or to nothing. */
  function changing(step: ChangeStep, handle: (c: Context<WebEnv>, change: Change) => Response | Promise<Response>) {
    return async (c: Context<WebEnv>): Promise<Response> => {
      const model = await evidenceAt(ports, c);
      const exhibit = model && exhibitAt(c, model);
      if (!model || !exhibit) return missingPage(c, tools);
      const action = model[step];
      const isTheirs = model.own.includes(exhibit.party) && !exhibit.withdrawn;
      const act = action && isTheirs ? await readStep(c, model, action) : undefined;
      if (!act || !action) return c.redirect(evidencePath(model.theCase.id, exhibit.number), 303);
      return handle(c, { step, model, exhibit, action, act });
    };
  }

  async function readStep(c: Context<WebEnv>, { theCase }: EvidenceModel, { event, party }: ActionView) {
    const act = await readAct(ports, c.get('viewer'), { caseId: theCase.id, event, party }, c.get('language'));
    return act && { ...act, form: withoutWhich(act.form) };
  }

  function changePage(c: Context<WebEnv>, { step, model, exhibit, action, act }: Change, tried: Tried): Response {
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: changeWords(step, words).button,
      errors: tried.errors,
      body: (
        <ChangeExhibitPage
          words={words}
          model={model}
          exhibit={exhibit}
          step={step}
          action={action}
          form={act.form}
          idempotencyKey={formKey(tried.sent, tools.ids)}
          {...tried}
        />
      ),
    }));
  }

  async function send(c: Context<WebEnv>, change: Change): Promise<Response> {
    const { act, exhibit, model } = change;
    const words = wordsFor(c.get('language'));
    const sent = await readPageForm(c);
    const key = formKey(sent, tools.ids);
    const files = await takeFiles(ports, c.get('viewer'), act, sent, key, words);
    const typed = readFormAnswers(act.form, sent, files.ids, words);
    const parties = model.theCase.parties.map(({ id }) => id);
    const wrong = obviousErrors(act.form, typed, parties, words, model.definition.currency);
    const errors = [...files.errors, ...wrong.filter(({ field }) => !files.errors.some((one) => one.field === field))];
    if (errors.length > 0) return changePage(c, change, { sent, errors, kept: files.kept });
    const outcome = await sendEvent(ports, c, act, { ...typed.data, [WHICH]: exhibit.number }, key);
    if (!outcome) return missingPage(c, tools);
    if ('doneAt' in outcome) return c.redirect(evidencePath(model.theCase.id, exhibit.number), 303);
    return changePage(c, change, { sent, errors: outcome.errors, kept: files.kept });
  }
}

function withoutWhich(form: Form): Form {
  const fields = fieldsOf(form).filter(({ id }) => id !== WHICH);
  return { ...form, pages: [{ id: 'change', fields: [...fields] }] };
}

/** What is said of it now, to be changed or left. */
function asItIs({ act, exhibit }: Change): Tried {
  const [year = '', month = '', day = ''] = (exhibit.datedOn ?? '').split('-');
  const hasDate = exhibit.datedOn !== undefined && fieldsOf(act.form).some(({ id }) => id === 'on');
  // Where nothing was said yet it is called after its file: that is no description to begin with.
  const isNamedAfterFile = exhibit.versions.at(-1)?.filename === exhibit.description;
  const typed = {
    description: [isNamedAfterFile ? '' : exhibit.description],
    ...(hasDate ? { 'on.day': [day], 'on.month': [month], 'on.year': [year] } : {}),
  };
  return { sent: act.form.pages.length > 0 ? typedForm(typed) : EMPTY_FORM, errors: [], kept: new Map() };
}
