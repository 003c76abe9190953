import { sql } from 'drizzle-orm/sql';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Actor } from '../src/domain/actor.ts';
import type { Audience } from '../src/domain/audience.ts';
import type { Deadline } from '../src/domain/deadline.ts';
import type { Outcome } from '../src/domain/definition/action-schema.ts';
import type { DocumentContent, Fact } from '../src/domain/fact.ts';
import type { Offer } from '../src/domain/offer.ts';
import type { OrderStanding } from '../src/domain/order-standing.ts';
import type { DecisionInRegister } from '../src/domain/public-decision-of.ts';
import type { MembershipRole } from '../src/domain/viewer.ts';

type Recorded<Kind extends Fact['kind']> = Omit<Extract<Fact, { kind: Kind }>, 'kind'>;
type Texts = Readonly<Record<string, string>>;

/** `row` is SQLite's rowid under a name of its own, so that it survives VACUUM; it never leaves the store. */
const row = () => integer('row').primaryKey();
const ofCase = () =>
  text('case_id')
    .notNull()
    .references((): AnySQLiteColumn => cases.id);
const audience = () => text('audience').$type<Audience>().notNull();

// ── Cases ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One row a case. Lists read the columns before `file` and leave its overflow pages alone. */
export const cases = sqliteTable(
  'cases',
  {
    row: row(),
    id: text('id').notNull(),
    reference: text('reference').notNull(),
    workflowId: text('workflow_id').notNull(),
    workflowVersion: integer('workflow_version').notNull(),
    stage: text('stage').notNull(),
    state: text('state').notNull(),
    status: text('status', { enum: ['open', 'closed'] }).notNull(),
    outcome: text('outcome'),
    version: integer('version').notNull(),
    openVersion: integer('open_version').notNull(),
    openedAt: text('opened_at').notNull(),
    closedAt: text('closed_at'),
    dueBy: text('due_by'),
    /** The case file as JSON: what replaying the journal must give again, byte for byte. */
    file: text('file').notNull(),
    /** Hash of the last journal entry: what the next one is chained to. */
    journalHead: text('journal_head').notNull().default(''),
  },
  (t) => [
    uniqueIndex('cases_by_id').on(t.id),
    uniqueIndex('cases_by_reference').on(t.reference),
    index('cases_by_opening').on(t.openedAt, t.id),
    index('cases_by_status').on(t.status, t.openedAt, t.id),
    index('cases_by_stage').on(t.stage, t.openedAt, t.id),
    /** What is overdue is found on a walk through the open cases alone, in the order of lists. */
    index('cases_by_due').on(t.openedAt, t.id, t.dueBy).where(sql`due_by is not null`),
    /** How long cases of a process took is read from this alone, newest ending first. Open cases are not in it. */
    index('cases_by_closing').on(t.workflowId, t.closedAt, t.openedAt, t.outcome).where(sql`closed_at is not null`),
  ],
);

/**
 * The truth. Append-only and gapless by trigger; `entry` is the text that `hash` was taken over. Every move writes here:
 * the row of its case, unlike its id, keeps the index small and entries of cases that were opened together near each other.
 */
export const journal = sqliteTable(
  'journal',
  {
    row: row(),
    caseRow: integer('case_row')
      .notNull()
      .references((): AnySQLiteColumn => cases.row),
    seq: integer('seq').notNull(),
    id: text('id').notNull(),
    audience: audience(),
    entry: text('entry').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [uniqueIndex('journal_by_case').on(t.caseRow, t.seq)],
);

/** By which people find their cases: one row for each party (`supporter` empty) and each of its supporters. */
export const participants = sqliteTable(
  'participants',
  {
    caseId: ofCase(),
    party: text('party').notNull(),
    supporter: text('supporter').notNull(),
    openedAt: text('opened_at').notNull(),
    /** Once bound. */
    userId: text('user_id'),
    /** The address that opens the case for whoever proves it is theirs; null once bound, or before they are invited. */
    emailKey: text('email_key'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.party, t.supporter] }),
    index('participants_by_user').on(t.userId, t.openedAt, t.caseId).where(sql`user_id is not null`),
    index('participants_by_email').on(t.emailKey, t.openedAt, t.caseId).where(sql`email_key is not null`),
  ],
);

export const assignments = sqliteTable(
  'assignments',
  {
    row: row(),
    caseId: ofCase(),
    role: text('role').notNull(),
    userId: text('user_id').notNull(),
    assignedAt: text('assigned_at').notNull(),
    endedAt: text('ended_at'),
    /** Of the case: lists by assignee come newest first from the index alone. */
    openedAt: text('opened_at').notNull(),
    caseStatus: text('case_status', { enum: ['open', 'closed'] }).notNull(),
  },
  (t) => [
    index('assignments_by_case').on(t.caseId),
    index('assignments_by_user').on(t.userId, t.openedAt, t.caseId).where(sql`ended_at is null`),
    index('assignments_by_load').on(t.role, t.userId, t.caseId).where(sql`ended_at is null and case_status = 'open'`),
  ],
);

export const conflicts = sqliteTable(
  'conflicts',
  { caseId: ofCase(), userId: text('user_id').notNull(), reason: text('reason').notNull(), at: text('at').notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.userId] }), index('conflicts_by_user').on(t.userId, t.caseId)],
);

export const referenceCounters = sqliteTable(
  'reference_counters',
  { prefix: text('prefix').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.prefix, t.year] })],
);

// ── Parts of a case ──────────────────────────────────────────────────────────────────────────────────────────────────

export const deadlines = sqliteTable(
  'deadlines',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    status: text('status', { enum: ['open', 'met', 'expired', 'dropped'] }).notNull(),
    endedAt: text('ended_at'),
    /** `dueAt` and the minute of grace: from then on it has expired. */
    expiresAt: text('expires_at').notNull(),
    deadline: text('deadline', { mode: 'json' }).$type<Deadline>().notNull(),
  },
  (t) => [
    uniqueIndex('deadlines_by_id').on(t.id),
    index('deadlines_by_case').on(t.caseId),
    index('deadlines_pending').on(t.expiresAt).where(sql`status = 'open'`),
  ],
);

/** Reminders still to be sent. */
export const reminders = sqliteTable(
  'reminders',
  {
    deadline: text('deadline').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    notice: text('notice').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.deadline, t.at, t.notice] }),
    index('reminders_by_case').on(t.caseId),
    index('reminders_pending').on(t.at),
  ],
);

export const notices = sqliteTable(
  'notices',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    sentAt: text('sent_at').notNull(),
    readAt: text('read_at'),
    notice: text('notice', { mode: 'json' }).$type<Recorded<'NoticeSent'>>().notNull(),
  },
  (t) => [uniqueIndex('notices_by_id').on(t.id), index('notices_by_case').on(t.caseId)],
);

export const deliveries = sqliteTable(
  'deliveries',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    channel: text('channel').notNull(),
    /** `ready`: a letter that waits to be posted. `delivered`: it is known to have arrived. */
    status: text('status', { enum: ['queued', 'sending', 'ready', 'sent', 'delivered', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    lastAttemptAt: text('last_attempt_at'),
    response: text('response'),
    messageId: text('message_id'),
    /** When it is known to have arrived. */
    arrivedAt: text('arrived_at'),
    /** Of a letter: the local date, the carrier's number, and what was printed. */
    postedOn: text('posted_on'),
    tracking: text('tracking'),
    sha256: text('sha256'),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.channel] }),
    index('deliveries_to_post')
      .on(t.noticeId)
      .where(sql`channel = 'letter' and status in ('queued', 'sending', 'ready')`),
  ],
);

export const documents = sqliteTable(
  'documents',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    origin: text('origin', { enum: ['issued', 'uploaded'] }).notNull(),
    document: text('document'),
    title: text('title').notNull(),
    filename: text('filename').notNull(),
    mime: text('mime').notNull(),
    size: integer('size'),
    sha256: text('sha256'),
    content: text('content', { mode: 'json' }).$type<DocumentContent>(),
    uploadedBy: text('uploaded_by'),
    party: text('party'),
    /** Of an upload. `takenOff`: by its uploader, before anything was done with it; nobody reads it any more. */
    filing: text('filing', { enum: ['waiting', 'filed', 'takenOff'] }),
    createdAt: text('created_at').notNull(),
    /** `waiting`: nobody could look for viruses yet; `infected`: for good. Nobody opens it. */
    quarantine: text('quarantine', { enum: ['waiting', 'infected'] }),
    /** Who may know of it while it is in quarantine, instead of its audience. */
    heldFor: text('held_for').$type<Audience>(),
  },
  (t) => [
    uniqueIndex('documents_by_id').on(t.id),
    index('documents_by_case').on(t.caseId),
    index('documents_waiting').on(t.createdAt).where(sql`filing = 'waiting'`),
  ],
);

export const messages = sqliteTable(
  'messages',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    by: text('by', { mode: 'json' }).$type<Actor>().notNull(),
    body: text('body').notNull(),
    attachments: text('attachments', { mode: 'json' }).$type<readonly string[]>().notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('messages_by_id').on(t.id), index('messages_by_case').on(t.caseId)],
);

export const offers = sqliteTable(
  'offers',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    offer: text('offer', { mode: 'json' }).$type<Offer>().notNull(),
  },
  (t) => [uniqueIndex('offers_by_id').on(t.id), index('offers_by_case').on(t.caseId)],
);

export const orders = sqliteTable(
  'orders',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    order: text('order', { mode: 'json' }).$type<Recorded<'OrderIssued'>>().notNull(),
    standing: text('standing').$type<OrderStanding>().notNull().default('in-force'),
    /** When it ended being in force. */
    standingAt: text('standing_at'),
    /** The order that stands in its place. */
    replacedBy: text('replaced_by'),
    /** By which whoever holds the paper can check it; without the registry's name. */
    code: text('code'),
  },
  (t) => [
    uniqueIndex('orders_by_id').on(t.id),
    index('orders_by_case').on(t.caseId),
    uniqueIndex('orders_by_code').on(t.code).where(sql`code is not null`),
  ],
);

/** Those with `publishedAt` are the public register. */
export const decisions = sqliteTable(
  'decisions',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    decision: text('decision', { mode: 'json' }).$type<Recorded<'DecisionIssued'>>().notNull(),
    publishedTitle: text('published_title'),
    publishedSummary: text('published_summary'),
    publishedAt: text('published_at'),
    /** Local date. */
    publishedOn: text('published_on'),
    /** The definition's name of its paper. */
    type: text('type'),
    outcome: text('outcome').$type<Outcome>(),
    /** What it orders, with names as initials. */
    publicOrder: text('public_order', { mode: 'json' }).$type<DecisionInRegister['order']>(),
    /** What became of the order on its paper, and when. */
    standing: text('standing').$type<OrderStanding>().notNull().default('in-force'),
    standingAt: text('standing_at'),
  },
  (t) => [
    uniqueIndex('decisions_by_id').on(t.id),
    index('decisions_by_case').on(t.caseId),
    index('decisions_published').on(t.publishedAt, t.id).where(sql`published_at is not null`),
    index('decisions_by_type').on(t.type, t.publishedAt, t.id).where(sql`published_at is not null`),
    index('decisions_by_outcome').on(t.outcome, t.publishedAt, t.id).where(sql`published_at is not null`),
  ],
);

export const tasks = sqliteTable(
  'tasks',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    task: text('task').notNull(),
    queue: text('queue').notNull(),
    title: text('title', { mode: 'json' }).$type<Texts>().notNull(),
    priority: text('priority', { enum: ['low', 'normal', 'high'] }).notNull(),
    openedAt: text('opened_at').notNull(),
    dueAt: text('due_at'),
    closedAt: text('closed_at'),
  },
  (t) => [uniqueIndex('tasks_by_id').on(t.id), index('tasks_by_case').on(t.caseId)],
);

export const fees = sqliteTable(
  'fees',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    movement: text('movement', { mode: 'json' }).$type<Recorded<'FeeMoved'>>().notNull(),
  },
  (t) => [uniqueIndex('fees_by_id').on(t.id), index('fees_by_case').on(t.caseId)],
);

// ── Effects ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const outbox = sqliteTable(
  'outbox',
  {
    row: row(),
    key: text('key').notNull(),
    kind: text('kind', { enum: ['mail', 'document', 'scan', 'signInCode', 'formLink', 'sms', 'letter'] }).notNull(),
    caseId: text('case_id').references((): AnySQLiteColumn => cases.id),
    subject: text('subject').notNull(),
    payload: text('payload', { mode: 'json' }).$type<unknown>(),
    /** `blocked`: a mail whose documents are not made yet; `waiting`: from `readyAt` on, under a lease or not. */
    status: text('status', { enum: ['blocked', 'waiting', 'done', 'dead'] }).notNull(),
    attempts: integer('attempts').notNull(),
    notBefore: text('not_before').notNull(),
    /** `notBefore`, or the end of the lease under which someone is at it. */
    readyAt: text('ready_at').notNull(),
    lastAttemptAt: text('last_attempt_at'),
    rendered: text('rendered'),
    messageId: text('message_id'),
    response: text('response'),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('outbox_by_key').on(t.key),
    index('outbox_pending').on(t.readyAt).where(sql`status = 'waiting'`),
    index('outbox_dead').on(t.endedAt).where(sql`status = 'dead'`),
  ],
);

/** Which documents a blocked mail still waits for. */
export const outboxWaits = sqliteTable(
  'outbox_waits',
  { document: text('document').notNull(), key: text('key').notNull() },
  (t) => [primaryKey({ columns: [t.document, t.key] }), index('outbox_waits_by_key').on(t.key)],
);

// ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Empty for who signs in by Digital ID alone. */
    email: text('email').notNull(),
    /** The form under which people are looked up: one user an address. Without an address it is one that no address can be. */
    emailKey: text('email_key').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_by_email').on(t.emailKey)],
);

const ofUser = () =>
  text('user_id')
    .notNull()
    .references(() => users.id);

export const memberships = sqliteTable(
  'memberships',
  { userId: ofUser(), role: text('role').$type<MembershipRole>().notNull(), since: text('since').notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.role] }), index('memberships_by_role').on(t.role)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: ofUser(),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** When, and by what, its holder last showed who they are; null for one of before this was noted. */
    provenAt: text('proven_at'),
    provenBy: text('proven_by', { enum: ['mail', 'digitalId', 'operator'] }),
  },
  (t) => [
    uniqueIndex('sessions_by_token').on(t.tokenHash),
    index('sessions_by_user').on(t.userId),
    index('sessions_by_expiry').on(t.expiresAt),
  ],
);

export const codes = sqliteTable(
  'codes',
  {
    emailKey: text('email_key').primaryKey(),
    codeHash: text('code_hash').notNull(),
    expiresAt: text('expires_at').notNull(),
    triesLeft: integer('tries_left').notNull(),
    /** The link that came in the same mail, and the browser that it is for. */
    linkHash: text('link_hash'),
    browserHash: text('browser_hash'),
  },
  (t) => [
    index('codes_by_expiry').on(t.expiresAt),
    uniqueIndex('codes_by_link').on(t.linkHash).where(sql`link_hash is not null`),
  ],
);

/** By whom a provider of Digital IDs knows a user: one person of an issuer is one user, and an address plays no part. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: ofUser(),
    linkedAt: text('linked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_by_user').on(t.userId)],
);

/** Who has gone to the provider of Digital IDs and is to come back: once, soon, and with the same browser. */
export const digitalIdAttempts = sqliteTable(
  'digital_id_attempts',
  {
    stateHash: text('state_hash').primaryKey(),
    browserHash: text('browser_hash').notNull(),
    nonce: text('nonce').notNull(),
    verifier: text('verifier').notNull(),
    purpose: text('purpose', { enum: ['signIn', 'again', 'link'] }).notNull(),
    /** Who is signed in, where it matters: the Digital ID has to be theirs. */
    userId: text('user_id'),
    next: text('next').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('digital_id_attempts_by_expiry').on(t.expiresAt)],
);

export const invitations = sqliteTable(
  'invitations',
  {
    codeHash: text('code_hash').primaryKey(),
    caseId: ofCase(),
    party: text('party').notNull(),
    supporter: text('supporter'),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('invitations_by_party').on(t.caseId, t.party), index('invitations_by_expiry').on(t.expiresAt)],
);

/** How many requests a bucket (an address, an account) has made in its newest window. */
export const requestCounts = sqliteTable(
  'request_counts',
  {
    bucket: text('bucket').primaryKey(),
    windowStart: text('window_start').notNull(),
    requests: integer('requests').notNull(),
  },
  (t) => [index('request_counts_by_window').on(t.windowStart)],
);

/** Answers kept for `Idempotency-Key`. Rows come in the order of time: the oldest stand first by `row`. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    row: row(),
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('idempotency_by_key').on(t.scope, t.key)],
);

/** What someone has typed into a form and not sent yet, by the names of its controls. */
export const drafts = sqliteTable(
  'drafts',
  {
    userId: ofUser(),
    caseId: ofCase(),
    event: text('event').notNull(),
    /** The party that it is about; empty for the case. */
    party: text('party').notNull(),
    typed: text('typed', { mode: 'json' }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId, t.event, t.party] }), index('drafts_by_age').on(t.savedAt)],
);

// ── The tribunal ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Immutable by trigger. */
export const workflowVersions = sqliteTable(
  'workflow_versions',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    title: text('title', { mode: 'json' }).$type<Texts>().notNull(),
    sha256: text('sha256').notNull(),
    publishedAt: text('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    approvedBy: text('approved_by'),
    opensFrom: text('opens_from').notNull(),
    json: text('json').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

export const workflowDrafts = sqliteTable('workflow_drafts', {
  id: text('id').primaryKey(),
  sha256: text('sha256').notNull(),
  savedBy: text('saved_by').notNull(),
  savedAt: text('saved_at').notNull(),
  proposal: text('proposal', { mode: 'json' }).$type<{
    readonly by: string;
    readonly at: string;
    readonly sha256: string;
    readonly opensFrom: string;
  }>(),
  json: text('json').notNull(),
});

export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
});

/** Reads of sealed things, and administration. Append-only by trigger. */
export const audit = sqliteTable('audit', {
  row: row(),
  at: text('at').notNull(),
  userId: text('user_id').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
});

/** How many rows there are of what health checks count, kept by triggers so that nobody scans; and the revision of what is shared. */
export const counters = sqliteTable('counters', {
  name: text('name', {
    enum: ['cases', 'openCases', 'pendingDeadlines', 'outbox', 'deadLetters', 'shared'],
  }).primaryKey(),
  count: integer('count').notNull(),
});
