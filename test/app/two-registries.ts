import type { AuthPorts } from '../../src/app/auth/auth-ports.ts';
import { issueToken } from '../../src/app/auth/issue-token.ts';
import type { CaseView } from '../../src/app/case-view.ts';
import type { Desk } from '../../src/app/ports/everywhere.ts';
import type { Ports } from '../../src/app/ports/ports.ts';
import { closeInDirectory, openInDirectory } from '../../src/app/registries/change-directory.ts';
import { deskOf } from '../../src/app/registries/desk-of.ts';
import { directoryOf, keepDirectory } from '../../src/app/registries/directory.ts';
import { homeOf } from '../../src/app/registries/home-of.ts';
import { openWhereOpen } from '../../src/app/registries/open-where-open.ts';
import { sharedCopy } from '../../src/app/registries/shared-copy.ts';
import { viewerFromHome } from '../../src/app/registries/viewer-from-home.ts';
import { registryIds } from '../../src/app/registry-ids.ts';
import { HOME } from '../../src/app/registry-of.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Viewer } from '../../src/domain/viewer.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aRegistry } from '../store/a-registry.ts';
import { aTribunal, ids, type TestClock } from './a-tribunal.ts';

type User = Extract<Viewer, { kind: 'user' }>;
type Place = Ports & AuthPorts;

/** A tribunal with a second registry, `east`, both in memory and on one clock. Ann and Ben are nobody's staff. */
export async function twoRegistries(staff: readonly User[], accounts: readonly User[] = []) {
  const first = await aTribunal([...staff, ...accounts]);
  const { clock } = first;
  const home = placeOf(HOME, first.registry, clock);
  const east = placeOf('east', aRegistry(':memory:').registry, clock);
  const copy = sharedCopy(east.registry, homeOf(home), clock);
  const desks: Record<string, Desk> = { home: deskOf(HOME, home), east: deskOf('east', east, copy) };
  const wide = (id: string) => ({ others: () => Object.values(desks).filter((desk) => desk.id !== id) });
  const tribunal = {
    home: { ...home, everywhere: wide(HOME) },
    east: { ...east, everywhere: wide('east') },
    copy,
    clock,
    /** New cases go to this one from now on: alone, or beside those that take them already. */
    opens: (id: string, { beside = false } = {}) =>
      change(home, (directory) => openInDirectory(directory, id, { at: clock.now(), beside })),
    closes: (id: string) => change(home, (directory) => closeInDirectory(directory, id)),
    async token(user: User) {
      return (await issueToken(home, user.email))?.token ?? '';
    },
    /** Who east thinks holds a token. */
    seenInEast: (token: string) =>
      viewerFromHome({ registry: east.registry, wallClock: clock, home: homeOf(home), copy }, token),
    /** A case of one person against another, opened wherever new cases go. */
    async opened(applicant: User, respondent: User, key?: string): Promise<CaseView> {
      const opened = await openWhereOpen(
        tribunal.home,
        applicant,
        claim(applicant, respondent),
        key ? { key, requestHash: 'h' } : undefined,
      );
      if (!opened || isRefusal(opened)) throw new Error(`no case was opened: ${JSON.stringify(opened)}`);
      return opened;
    },
  };
  await tribunal.opens('east');
  await tribunal.opens(HOME);
  return tribunal;
}

export function claim(applicant: User, respondent: User) {
  return {
    workflow: 'deposit',
    parties: [
      { role: 'applicant', name: applicant.name, email: applicant.email },
      { role: 'respondent', name: respondent.name, email: respondent.email },
    ],
  };
}

function placeOf(id: string, registry: Place['registry'], clock: TestClock): Place {
  const processOf: Place['processOf'] = ({ version }) => processFor(depositDispute, version);
  return {
    registry,
    clock,
    wallClock: clock,
    ids: registryIds(ids, id),
    processOf,
    definitionOf: (workflow) => processOf(workflow).definition,
    blobs: { put: () => Promise.reject(new Error('nothing is uploaded here')), get: async () => undefined },
  };
}

async function change(
  { registry }: Place,
  make: (directory: ReturnType<typeof directoryOf>) => ReturnType<typeof closeInDirectory>,
) {
  return registry.commit((tx) => {
    const changed = make(directoryOf(tx));
    if ('directory' in changed) keepDirectory(tx, changed.directory);
    return changed;
  });
}
