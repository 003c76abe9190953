import type { Audience } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import type { Viewer } from '../viewer.ts';
import { audiencesOf } from './audiences-of.ts';
import { helpRequestsOf, type RoleInCase, rolesInCase } from './roles-in-case.ts';

/** What each action is about. Everything that anybody can ask for is here; nothing else can be asked. */
export interface Subjects {
  'case.list': undefined;
  'case.open': Openable;
  'case.read': CaseFile;
  /** To raise events at all; which events, the definition says. */
  'case.act': CaseFile;
  'case.assign': CaseFile;
  'case.invite': CaseFile;
  /** To accept or decline to act for a party or help it. */
  'help.answer': CaseFile;
  /** To say what a party needs to take part. */
  'need.tell': CaseFile;
  'need.answer': CaseFile;
  'conflict.declare': CaseFile;
  'part.read': Readable;
  'document.read': Readable;
  'document.upload': CaseFile;
  /** To take off what one has uploaded and nothing was done with. */
  'document.takeOff': UploadedFile;
  'journal.read': CaseFile;
  'task.read': CaseFile;
  /** How a notice travelled: attempts, answers of servers, proof. */
  'delivery.read': CaseFile;
  /** To print and post the letters of a case. */
  'letter.post': CaseFile;
  'letter.list': undefined;
  'sealed.read': CaseFile;
  'decision.read': undefined;
  'workflow.read': undefined;
  /** To check a definition and to play it through, with made-up people. */
  'workflow.rehearse': undefined;
  'workflow.edit': undefined;
  'workflow.publish': undefined;
  /** To approve what somebody else proposed. */
  'workflow.approve': { readonly proposedBy: string };
  'user.administer': undefined;
  /** To see who holds which role in the tribunal. */
  'staff.list': undefined;
  'metrics.read': undefined;
}
export type Action = keyof Subjects;

/** What a case would be opened in: the roles that its definition leaves it to; none: anyone who is signed in. */
export interface Openable {
  readonly opens?: readonly string[] | undefined;
}

/** A row of a case: who may read it is its audience. */
export interface Readable {
  readonly caseFile: CaseFile;
  readonly audience: Audience;
}

/** An upload: its uploader is the user's id. */
export interface UploadedFile extends Readable {
  readonly uploadedBy: string | null;
}

/** How someone stands to what they ask for. */
export type Standing =
  | 'anyone'
  | 'user'
  | 'admin'
  /** Someone of the registry, asking for something that is not of a case. */
  | 'registry'
  /** Asked to stand beside a party, and has not answered yet. */
  | 'invited'
  | 'party'
  | 'representative'
  | 'helper'
  | 'assigned facilitator'
  | 'assigned member'
  | 'registrar'
  | 'other staff';

const PARTIES = ['party', 'representative', 'helper'] as const;
const TRIBUNAL = ['assigned facilitator', 'assigned member', 'registrar', 'other staff'] as const;
/** Other staff look on. A helper cannot bind: they do only what the definition lists `helper` for. */
const ACTING = [...PARTIES, 'assigned facilitator', 'assigned member', 'registrar'] as const;

/** Who may do what: the whole of it. What is not here is refused. */
export const RULES: { readonly [A in Action]: readonly Standing[] } = {
  'case.list': ['user'],
  'case.open': ['user'],
  'case.read': [...PARTIES, ...TRIBUNAL],
  'case.act': ACTING,
  'case.assign': ['registrar'],
  'case.invite': ['party', 'registrar'],
  'help.answer': ['invited'],
  'need.tell': ['party', 'representative', 'registrar'],
  'need.answer': ['registrar'],
  'conflict.declare': TRIBUNAL,
  'part.read': [...PARTIES, ...TRIBUNAL],
  'document.read': [...PARTIES, ...TRIBUNAL],
  'document.upload': ACTING,
  'document.takeOff': ACTING,
  'journal.read': [...PARTIES, ...TRIBUNAL],
  'task.read': TRIBUNAL,
  'delivery.read': TRIBUNAL,
  'letter.post': ['registrar'],
  'letter.list': ['registry'],
  'sealed.read': ['registrar'],
  'decision.read': ['anyone'],
  'workflow.read': ['anyone'],
  'workflow.rehearse': ['user'],
  'workflow.edit': ['admin'],
  'workflow.publish': ['admin'],
  'workflow.approve': ['admin'],
  'user.administer': ['admin'],
  'staff.list': ['admin', 'registry'],
  'metrics.read': ['admin', 'registry'],
};

/** What must hold beside the standing. */
const CONDITIONS: { readonly [A in Action]?: (viewer: Viewer, subject: Subjects[A]) => boolean } = {
  'case.open': opensFor,
  'need.tell': isTold,
  'need.answer': isTold,
  'part.read': isFor,
  'document.read': isFor,
  'document.upload': (_, { status }) => status === 'open',
  'document.takeOff': isTheirsAlone,
  'workflow.approve': (viewer, { proposedBy }) => viewer.kind === 'user' && viewer.userId !== proposedBy,
};

/**
 * The one function that answers every question of access: may this viewer do this to that? The default is no, and so is
 * an error. Whoever hears no about something they may not see must be told that it does not exist.
 */
export function may<A extends Action>(viewer: Viewer, action: A, subject: Subjects[A]): boolean {
  try {
    const standings = standingsOf(viewer, caseOf(subject));
    if (!RULES[action].some((standing) => standings.includes(standing))) return false;
    return CONDITIONS[action]?.(viewer, subject) ?? true;
  } catch {
    return false;
  }
}

function isFor(viewer: Viewer, { caseFile, audience }: Readable): boolean {
  return audiencesOf(viewer, caseFile).includes(audience);
}

/** What the other people of a case could read already is not taken from them. */
function isTheirsAlone(viewer: Viewer, { audience, uploadedBy }: UploadedFile): boolean {
  const isUnread = /^(caucus|held):/.test(audience) || audience === 'tribunal';
  return viewer.kind === 'user' && uploadedBy === viewer.userId && isUnread;
}

/** Who may come to decide is told nothing in confidence, and so tells and answers nothing for the registry. */
function isTold(viewer: Viewer, caseFile: CaseFile): boolean {
  const audiences = audiencesOf(viewer, caseFile);
  return audiences.includes('confided') || !audiences.includes('tribunal');
}

function opensFor(viewer: Viewer, { opens }: Openable): boolean {
  return opens === undefined || (viewer.kind === 'user' && viewer.roles.some((role) => opens.includes(role)));
}

function caseOf(subject: Subjects[Action]): CaseFile | undefined {
  if (subject === undefined) return undefined;
  if ('caseFile' in subject) return subject.caseFile;
  return 'parties' in subject ? subject : undefined;
}

function standingsOf(viewer: Viewer, caseFile: CaseFile | undefined): readonly Standing[] {
  if (viewer.kind === 'stranger') return ['anyone'];
  if (caseFile) {
    const standings: Standing[] = ['anyone', 'user'];
    if (helpRequestsOf(viewer, caseFile).length > 0) standings.push('invited');
    for (const role of rolesInCase(viewer, caseFile)) standings.push(standingOf(role));
    return standings;
  }
  const isRegistry = viewer.roles.includes('registrar');
  return [
    'anyone',
    'user',
    ...(viewer.roles.includes('admin') ? (['admin'] as const) : []),
    ...(isRegistry ? (['registry'] as const) : []),
  ];
}

function standingOf(role: RoleInCase): Standing {
  switch (role.standing) {
    case 'party':
      return role.capacity ?? 'party';
    case 'assigned':
      return `assigned ${role.role}`;
    case 'registrar':
      return 'registrar';
    case 'staff':
      return 'other staff';
  }
}
