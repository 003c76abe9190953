/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { dropDraft, keepDraft, readDraft } from '../../../app/drafts/drafts.ts';
import { noteRead } from '../../../app/drafts/room-visits.ts';
import { UnknownCursor } from '../../../app/ports/unknown-cursor.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import type { Field } from '../../../domain/definition/form-schema.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, wordsFor } from '../../words.ts';
import { type ActModel, readAct } from '../forms/act-model.ts';
import { formsLimited, sendEvent } from '../forms/act-pages.tsx';
import { formKey } from '../forms/form-key.ts';
import { placeOf } from '../forms/guided-model.ts';
import { keptControl } from '../forms/kept-control.ts';
import { fieldsOf, obviousErrors, readFormAnswers } from '../forms/read-form-answers.ts';
import { type TakenFiles, takeFiles } from '../forms/take-files.ts';
import { controlsOf, typedForm } from '../forms/typed-form.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import type { RoomDraft } from './room-box.tsx';
import { isOwnBy, type RoomModel, readRoomPage } from './room-model.ts';
import { RoomPage, roomTitle } from './room-page.tsx';
import { roomPath } from './room-path.ts';
import { entriesOf } from './room-talk.tsx';

const PATHS = ['/cases/:id/room', '/cases/:id/room/:party'];

interface Shown {
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly files?: TakenFiles | undefined;
}

/** The talks of a case without prejudice, and the box in which people write there. */
export function roomPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const path of PATHS) {
    app.get(path, requireSignIn(tools), show);
    app.post(path, formsLimited(ports, tools, tooLarge), requireSignIn(tools), write);
  }
  return app;

  async function show(c: Context<WebEnv>): Promise<Response> {
    const cursor = c.req.query('before')?.slice(0, 200);
    const model = await atCursor(() => modelAt(c, cursor));
    if (model === 'unknown') return c.redirect(hereAt(c), 303);
    if (!model) return missingPage(c, tools);
    const act = await actOf(c, model);
    const typed = act ? typedForm(readDraft(ports, c.get('viewer'), placeOf(act))) : EMPTY_FORM;
    const files = act && (await filesOf(c, act, typed, ''));
    const page = await roomPage(c, model, act, { sent: typed, errors: [], files });
    await noteVisit(c, model);
    return page;
  }

  async function write(c: Context<WebEnv>): Promise<Response> {
    const model = await modelAt(c, undefined);
    if (!model) return missingPage(c, tools);
    const act = await actOf(c, model);
    const sent = await readPageForm(c);
    if (!act) return roomPage(c, model, act, { sent, errors: [{ message: wordsFor(c.get('language')).room.closed }] });
    const files = await filesOf(c, act, sent, formKey(sent, tools.ids));
    if (sent.text('_later')) return later(c, model, act, { sent, errors: files.errors, files });
    return send(c, model, act, { sent, errors: files.errors, files });
  }

  /** Kept as it was typed, and here again when they come back. */
  async function later(c: Context<WebEnv>, model: RoomModel, act: ActModel, shown: Shown): Promise<Response> {
    const kept = await keep(c, act, shown);
    const { guided } = wordsFor(c.get('language'));
    if (!kept) return roomPage(c, model, act, { ...shown, errors: [{ message: guided.tooLong }] });
    return shown.errors.length > 0 ? roomPage(c, model, act, shown) : c.redirect(`${hereAt(c)}?kept`, 303);
  }

  async function send(c: Context<WebEnv>, model: RoomModel, act: ActModel, shown: Shown): Promise<Response> {
    const words = wordsFor(c.get('language'));
    const { sent, files } = shown;
    const form = asked(act);
    const typed = readFormAnswers(form, sent, files?.ids ?? new Map(), words);
    const errors = [...shown.errors, ...obviousErrors(form, typed, [], words, act.definition.currency)];
    if (errors.length > 0) return roomPage(c, model, act, { ...shown, errors });
    const data = { ...typed.data, ...namedParty(act, model) };
    const outcome = await sendEvent(ports, c, act, data, formKey(sent, tools.ids));
    if (!outcome) return missingPage(c, tools);
    if ('errors' in outcome) {
      await keep(c, act, shown);
      return roomPage(c, model, act, { ...shown, errors: outcome.errors });
    }
    await dropDraft(ports, c.get('viewer'), placeOf(act));
    return c.redirect(`${hereAt(c)}?sent`, 303);
  }

  function modelAt(c: Context<WebEnv>, cursor: string | undefined): Promise<RoomModel | undefined> {
    const { id: caseId = '', party } = c.req.param() as Readonly<Record<string, string>>;
    return readRoomPage(ports, c.get('viewer'), { caseId, party, cursor }, c.get('language'));
  }

  /** What writes into these talks, with its form; nothing for who only reads, or when they are closed. */
  async function actOf(c: Context<WebEnv>, { write, theCase }: RoomModel): Promise<ActModel | undefined> {
    if (!write) return undefined;
    const { event, party } = write;
    return readAct(ports, c.get('viewer'), { caseId: theCase.id, event, party }, c.get('language'));
  }

  function filesOf(c: Context<WebEnv>, act: ActModel, sent: PageForm, key: string): Promise<TakenFiles> {
    return takeFiles(ports, c.get('viewer'), act, sent, key, wordsFor(c.get('language')));
  }

  function keep(c: Context<WebEnv>, act: ActModel, { sent, files }: Shown) {
    const fields = fieldsOf(asked(act));
    const controls = fields.flatMap(controlsOf);
    const typed = controls.flatMap((name) => {
      const file = fields.find(({ id }) => keptControl(id) === name);
      const texts = file ? [...(files?.ids.get(file.id) ?? [])] : sent.texts(name);
      return texts.some(Boolean) ? [[name, texts] as const] : [];
    });
    return keepDraft(ports, c.get('viewer'), placeOf(act), controls, Object.fromEntries(typed));
  }

  async function roomPage(
    c: Context<WebEnv>,
    model: RoomModel,
    act: ActModel | undefined,
    { sent, errors, files }: Shown,
  ): Promise<Response> {
    const draft: RoomDraft = {
      fields: act ? fieldsOf(asked(act)) : [],
      sent,
      kept: files?.kept ?? new Map(),
      idempotencyKey: formKey(sent, tools.ids),
    };
    const done = errors.length > 0 ? undefined : await doneIn(c, model);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: roomTitle(words, model),
      errors,
      body: (
        <RoomPage
          words={words}
          model={model}
          draft={draft}
          errors={errors}
          done={done}
          isGone={c.req.query('gone') !== undefined}
        />
      ),
    }));
  }

  /** What they have just done, by the entry or the message itself: no link can claim what was not. */
  async function doneIn(c: Context<WebEnv>, model: RoomModel): Promise<string | undefined> {
    const { room, theCase } = wordsFor(c.get('language'));
    const [entry, newest] = [c.req.query('done'), model.room.messages.items[0]?.by];
    if (c.req.query('kept') !== undefined) return room.kept;
    if (c.req.query('sent') !== undefined)
      return newest?.kind === 'person' && isOwnBy(model.standing, newest) ? room.sent : undefined;
    if (!entry) return undefined;
    const language = c.get('language');
    const journal = await listPart(ports, c.get('viewer'), model.theCase.id, 'journal', { limit: 10 }, language);
    const found = journal?.items.find(({ id, by }) => id === entry && by.kind === 'person');
    const title = found && model.names.event(found.type);
    return found && (model.names.happened(found.type) || fill(theCase.done, { title: title ?? '' }));
  }

  /** From now on this is not new to them. Written only when there was something new: looking again writes nothing. */
  async function noteVisit(c: Context<WebEnv>, model: RoomModel): Promise<void> {
    const newest = [model.onTable?.madeAt ?? '', entriesOf(model)[0]?.at ?? ''].toSorted().at(-1) ?? '';
    if (!model.isNewest || newest <= model.until) return;
    const { theCase, room } = model;
    await noteRead(ports, c.get('viewer'), { caseId: theCase.id, party: room.party }, newest);
  }

  async function tooLarge(c: Context<WebEnv>): Promise<Response> {
    const model = await modelAt(c, undefined);
    if (!model) return missingPage(c, tools);
    const { AllTooLarge: message } = wordsFor(c.get('language')).uploads;
    return roomPage(c, model, await actOf(c, model), { sent: EMPTY_FORM, errors: [{ message }] });
  }
}

function hereAt(c: Context<WebEnv>): string {
  const { id = '', party } = c.req.param() as Readonly<Record<string, string>>;
  return roomPath(id, party);
}

/** With whom one talks alone, the page says: it is not asked. */
function asked({ form }: ActModel): ActModel['form'] {
  const isAsked = ({ type }: Field) => type !== 'party';
  return { ...form, pages: form.pages.map((page) => ({ ...page, fields: page.fields.filter(isAsked) })) };
}

function namedParty({ form }: ActModel, { room }: RoomModel): Readonly<Record<string, string>> {
  const field = fieldsOf(form).find(({ type }) => type === 'party');
  return field && room.party !== undefined ? { [field.id]: room.party } : {};
}

/** A cursor that no page gave: it was cut, or made up. */
async function atCursor<T>(read: () => Promise<T>): Promise<T | 'unknown'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnknownCursor) return 'unknown';
    throw error;
  }
}
