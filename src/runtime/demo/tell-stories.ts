import { handleCommand } from '../../app/handle-command.ts';
import { openCase } from '../../app/open-case.ts';
import type { Ports } from '../../app/ports/ports.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { addDays } from '../../domain/time/calendar-day.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { partyOf, partyViewer, staffViewer } from './cast.ts';
import { type PassingTime, passTime } from './pass-time.ts';
import type { Doer, Step, Story } from './story.ts';
import { uploadEvidence } from './upload-evidence.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** One thing that somebody does in one of the stories. */
interface Scene {
  readonly story: Story;
  /** Undefined: the case is opened. */
  readonly step: Step | undefined;
  /** Local date. */
  readonly date: string;
  /** Instant (UTC). */
  readonly at: string;
}

export interface Stage {
  readonly time: PassingTime;
  /** Where the tribunal is. */
  readonly zone: string;
}

/**
 * Plays stories up to now, all on one clock, each by the people in it, through the same door as everyone: what they could
 * not do in a browser, they cannot do here. Between their acts time does what it does.
 */
export async function tellStories(stage: Stage, stories: readonly Story[], now: string): Promise<void> {
  const scenes = stories.flatMap((story, index) => scenesOf(story, index, now, stage.zone));
  const cases = new Map<Story, string>();
  for (const scene of scenes.toSorted((one, other) => one.at.localeCompare(other.at))) {
    await passTime(stage.time, scene.at);
    if (scene.step) await act(stage, scene, scene.step, cases.get(scene.story) ?? '');
    else cases.set(scene.story, await open(stage, scene.story));
  }
  await passTime(stage.time, now);
}

/** The first date on which any of these stories begins. */
export function firstDate(stories: readonly Story[], today: string): string {
  return stories.map((story) => openingDate(story, today)).toSorted()[0] ?? today;
}

function openingDate({ steps, quietFor }: Story, today: string): string {
  return addDays(today, -steps.reduce((days, { after }) => days + after, quietFor));
}

function scenesOf(story: Story, index: number, now: string, zone: string): Scene[] {
  let date = openingDate(story, localDateAt(now, zone));
  let minute = firstMinute(index, 0);
  const scenes: Scene[] = [{ story, step: undefined, date, at: instantAt(date, minute, zone) }];
  for (const [number, step] of story.steps.entries()) {
    minute = step.after === 0 ? minute + 7 : firstMinute(index, number + 1);
    date = addDays(date, step.after);
    scenes.push({ story, step, date, at: instantAt(date, minute, zone) });
  }
  return scenes;
}

const DAY_BEGINS_MINUTE = 8 * 60;
const DAY_MINUTES = 8 * 60;

/** People act by day, each at a time of their own. */
function firstMinute(story: number, step: number): number {
  return DAY_BEGINS_MINUTE + ((story * 137 + step * 61) % DAY_MINUTES);
}

function instantAt(date: string, minute: number, zone: string): string {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const local = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time });
  return new Date(local.epochMilliseconds).toISOString();
}

async function open({ time }: Stage, story: Story): Promise<string> {
  const { workflow, language } = story;
  const parties = story.parties.map(({ role, person }) => ({ role, ...partyOf(person) }));
  const viewer = await viewerOf(time.ports, story, story.opener);
  const opened = await openCase(time.ports, viewer, { workflow, parties, language });
  if (!opened || isRefusal(opened)) throw new Error(`${viewer.name} could not open a case: ${JSON.stringify(opened)}`);
  return opened.id;
}

async function act({ time }: Stage, { story, date }: Scene, step: Step, caseId: string): Promise<void> {
  const { ports } = time;
  const viewer = await viewerOf(ports, story, step.as);
  const answers = step.do === 'ASSIGN' ? assignment(ports) : step.form?.(date);
  const data = step.evidence
    ? { ...answers, evidence: [await uploadEvidence(ports, time.effects, viewer, caseId, story, step.evidence)] }
    : answers;
  const party = step.party && partyId(ports, caseId, step.party);
  const request = { type: step.do, ...(data ? { data } : {}), ...(party ? { party } : {}) };
  const answer = await handleCommand(ports, viewer, caseId, request, viewer.language);
  if (answer && !isRefusal(answer)) return;
  throw new Error(`${viewer.name} could not ${step.do} on ${date}: ${JSON.stringify(answer ?? 'no such case')}`);
}

function viewerOf(ports: Ports, { parties }: Story, doer: Doer): Promise<User> {
  if (doer === 'registrar' || doer === 'facilitator' || doer === 'member')
    return Promise.resolve(staffViewer(ports, doer));
  const person = parties.filter(({ role }) => role === roleOf(doer))[numberOf(doer)]?.person;
  if (!person) throw new Error(`there is no ${doer} in the story of ${parties[0]?.person.name}`);
  return partyViewer(ports, person);
}

function assignment(ports: Ports) {
  return { role: 'member', user: staffViewer(ports, 'member').userId };
}

function partyId(ports: Ports, caseId: string, doer: Doer): string {
  const parties = ports.registry.read((reads) => reads.caseFile(caseId))?.parties ?? [];
  const party = parties.filter((one) => one.role === roleOf(doer))[numberOf(doer)];
  if (!party) throw new Error(`there is no ${doer} in case ${caseId}`);
  return party.id;
}

function roleOf(doer: Doer): string {
  return doer.replace(/-\d+$/, '');
}

/** From 0. */
function numberOf(doer: Doer): number {
  return Number(/\d+$/.exec(doer)?.[0] ?? 1) - 1;
}
