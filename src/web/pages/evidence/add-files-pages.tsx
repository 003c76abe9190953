/** @jsxImportSource hono/jsx */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { handleCommand } from '../../../app/handle-command.ts';
import { listExhibits } from '../../../app/queries/list-exhibits.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { notInCommon } from '../../in-common.ts';
import { fewAtOnce } from '../../limits/few-at-once.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { obviousErrors, readFormAnswers } from '../forms/read-form-answers.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { withColon } from '../with-colon.ts';
import { AddFilesPage } from './add-files-page.tsx';
import { DescribePage } from './describe-page.tsx';
import { evidenceAt, FOR } from './evidence-at.ts';
import { addPath, type EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';
import { askedField, dropPending, keepTyped, type PendingFile, readPending } from './pending-files.ts';
import { type TakenFile, takeMany } from './take-many.ts';
import { WhosePage } from './whose-page.tsx';

const ADD = '/cases/:id/evidence/add';
/** Whose it is, for who adds it for a party. */
const PAPER = '/cases/:id/evidence/paper';
const DESCRIBE = '/cases/:id/evidence/describe';
/** Of one sending: a few photos of a new phone. Held in memory until each was looked into. */
const MAX_SENDING_BYTES = 60 * 1024 * 1024;
const MAX_WORDS_BYTES = 512 * 1024;
const AT_ONCE = { perUser: 2, inAll: 4 };

type Handler = (c: Context<WebEnv>, model: EvidenceModel) => Response | Promise<Response>;

/** Putting something in evidence: many files first, then what each of them shows. */
export function addFilesPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  app.get(PAPER, signedIn, askWhose);
  app.get(
    ADD,
    signedIn,
    adding((c, model) => addPage(c, model, [], [])),
  );
  app.post(ADD, rateLimitedFor(ports, 'upload'), fewSendings(ports), notTooLarge(), signedIn, adding(take));
  app.get(DESCRIBE, signedIn, adding(askWhatTheyShow));
  app.post(DESCRIBE, limitedBody(MAX_WORDS_BYTES), signedIn, adding(takeWords));
  return app;

  /** For who can add something now. Who adds it for a party says first for which; others are led to the list, which says why. */
  function adding(handle: Handler) {
    return async (c: Context<WebEnv>): Promise<Response> => {
      const model = await evidenceAt(ports, c);
      if (!model) return missingPage(c, tools);
      if (model.add) return handle(c, model);
      const isToChoose = model.addForOthers.length > 0 && !model.addsFor;
      return c.redirect(
        isToChoose ? `${evidencePath(model.theCase.id, 'paper')}?asked` : evidencePath(model.theCase.id),
        303,
      );
    };
  }

  async function askWhose(c: Context<WebEnv>): Promise<Response> {
    const model = await evidenceAt(ports, c);
    if (!model) return missingPage(c, tools);
    if (model.addForOthers.length === 0) return c.redirect(evidencePath(model.theCase.id), 303);
    return renderPage(c, tools, (words) => {
      const errors = c.req.query('asked') === undefined ? [] : [{ field: FOR, message: words.evidence.whoseMissing }];
      return {
        isPrivate: true,
        title: words.evidence.whose,
        errors,
        body: <WhosePage words={words} model={model} errors={errors} />,
      };
    });
  }

  function addPage(
    c: Context<WebEnv>,
    model: EvidenceModel,
    errors: readonly PageError[],
    taken: readonly TakenFile[],
  ): Response {
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.evidence.choose,
      errors,
      body: (
        <AddFilesPage
          words={words}
          model={model}
          errors={errors}
          taken={taken}
          idempotencyKey={formKey(EMPTY_FORM, tools.ids)}
        />
      ),
    }));
  }

  async function take(c: Context<WebEnv>, model: EvidenceModel): Promise<Response> {
    const words = wordsFor(c.get('language'));
    const sent = await readPageForm(c);
    const files = [...sent.files('files'), ...sent.files('photo')];
    if (files.length === 0) return addPage(c, model, [{ field: 'files', message: words.evidence.noFile }], []);
    const taken = await takeMany(ports, c.get('viewer'), model, files, formKey(sent, tools.ids), words);
    const errors = taken.flatMap(({ name, error }, index) =>
      error ? [{ field: `file-${index}`, label: withColon(name, words.lang), message: error }] : [],
    );
    return errors.length > 0 ? addPage(c, model, errors, taken) : c.redirect(addPath(model, 'describe'), 303);
  }

  async function askWhatTheyShow(c: Context<WebEnv>, model: EvidenceModel): Promise<Response> {
    const { files, typed } = await readPending(ports, c.get('viewer'), model, c.get('language'));
    if (files.length === 0) return c.redirect(addPath(model, 'add'), 303);
    return describePage(c, model, files, typed, [], []);
  }

  function describePage(
    c: Context<WebEnv>,
    model: EvidenceModel,
    files: readonly PendingFile[],
    sent: PageForm,
    errors: readonly PageError[],
    added: readonly string[],
  ): Response {
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.evidence.describe,
      errors,
      body: <DescribePage words={words} model={model} files={files} sent={sent} errors={errors} added={added} />,
    }));
  }

  /** What was typed is kept first; what is right is filed, and what is not stays with the reason beside it. */
  async function takeWords(c: Context<WebEnv>, model: EvidenceModel): Promise<Response> {
    const viewer = c.get('viewer');
    const words = wordsFor(c.get('language'));
    const sent = await readPageForm(c);
    const { files } = await readPending(ports, viewer, model, words.lang);
    await keepTyped(ports, viewer, model, files, sent);
    const removed = files.filter(({ id }) => id === sent.text('_remove'));
    if (removed.length > 0) {
      await dropPending(ports, viewer, model, removed);
      return c.redirect(addPath(model, 'describe'), 303);
    }
    const outcomes: { readonly file: PendingFile; readonly errors: readonly PageError[] }[] = [];
    for (const file of files) outcomes.push({ file, errors: await fileOne(c, model, file, sent) });
    const filed = outcomes.filter(({ errors }) => errors.length === 0).map(({ file }) => file);
    const left = outcomes.filter(({ errors }) => errors.length > 0);
    if (filed.length > 0) await dropPending(ports, viewer, model, filed);
    const added = numbersOf(c, model, filed);
    if (left.length === 0) {
      const path = evidencePath(model.theCase.id);
      return c.redirect(added.length > 0 ? `${path}?added=${encodeURIComponent(added.join(','))}` : path, 303);
    }
    const errors = left.flatMap((one) => one.errors);
    return describePage(
      c,
      model,
      left.map(({ file }) => file),
      sent,
      errors,
      added,
    );
  }

  /** What is wrong with what was said of a file; nothing when it is in evidence now. */
  async function fileOne(
    c: Context<WebEnv>,
    model: EvidenceModel,
    file: PendingFile,
    sent: PageForm,
  ): Promise<readonly PageError[]> {
    const words = wordsFor(c.get('language'));
    const { theCase, definition, add } = model;
    const form = { title: {}, pages: [{ id: 'file', fields: [...file.fields] }] };
    const typed = file.fields.length > 0 ? readFormAnswers(form, sent, new Map(), words) : { data: {}, errors: [] };
    const parties = theCase.parties.map(({ id }) => id);
    const errors = obviousErrors(form, typed, parties, words, definition.currency);
    if (errors.length > 0)
      return errors.map((error) => ({
        ...error,
        label: `${withColon(file.filename, words.lang)} ${error.label ?? ''}`,
      }));
    const said = file.fields.map((field) => [askedField(file, field), typed.data[field.id]] as const);
    const data = { ...Object.fromEntries(said.filter(([, value]) => value !== undefined)), file: [file.id] };
    const request = { type: add?.event ?? '', data, ...(add?.party ? { party: add.party } : {}) };
    const moved = await handleCommand(ports, c.get('viewer'), theCase.id, request, words.lang);
    // Sent twice, it is there: nothing is wrong with that.
    if (!isRefusal(moved) || moved.refused === 'AlreadyExhibit') return [];
    return [
      {
        field: file.fields[0]?.id ?? 'file',
        label: withColon(file.filename, words.lang),
        message: refusalWords(moved, words),
      },
    ];
  }

  function numbersOf(c: Context<WebEnv>, { theCase }: EvidenceModel, filed: readonly PendingFile[]): string[] {
    const ids = new Set(filed.map(({ id }) => id));
    const exhibits = listExhibits(ports, c.get('viewer'), theCase.id, c.get('language')) ?? [];
    return exhibits.filter(({ versions }) => versions.some((one) => ids.has(one.document))).map(({ number }) => number);
  }

  /** What is too large to be read cannot be given back: the page says so, and what to do. */
  function notTooLarge(): MiddlewareHandler<WebEnv> {
    return bodyLimit({
      maxSize: MAX_SENDING_BYTES,
      onError: async (raw) => {
        const c = raw as unknown as Context<WebEnv>;
        const model = await evidenceAt(ports, c);
        if (!model?.add) return missingPage(c, tools);
        const { evidence } = wordsFor(c.get('language'));
        const most = Math.floor(MAX_SENDING_BYTES / 1024 / 1024);
        return addPage(c, model, [{ field: 'files', message: fill(evidence.allTooLarge, { most }) }], []);
      },
    });
  }
}

function fewSendings({ inCommon = notInCommon }: WebPorts): MiddlewareHandler<WebEnv> {
  return inCommon('evidence at once', () => fewAtOnce(AT_ONCE));
}
