import { viewerOf } from '../../app/auth/viewer-for.ts';
import type { UserRow } from '../../app/ports/identity.ts';
import type { Ports } from '../../app/ports/ports.ts';
import { emailKey } from '../../domain/email-key.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { Person } from './story.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** A person as a case names them; who has no address of their own gets one. */
export function partyOf({ name, email, phone, address, language, outsideProvince }: Person) {
  return {
    name,
    language: language ?? 'en',
    email: email ?? addressFor(name),
    ...(phone ? { phone } : {}),
    ...(address ? { address } : {}),
    ...(outsideProvince ? { outsideProvince } : {}),
  };
}

/** The people whom visitors can be, with their roles; answers nothing when they are there already. */
export async function engageStaff({ registry, ids, clock }: Ports): Promise<void> {
  await registry.commit((tx) => {
    for (const { email, name, language, roles } of DEMO_PEOPLE) {
      if (tx.userByEmail(email)) continue;
      const id = ids.newId();
      tx.insertUser({ id, email, name, language, roles: [] }, clock.now());
      if (roles.length > 0) tx.setRoles(id, roles, clock.now());
    }
  });
}

/** A party's account; it comes into being at their first act, as it does at a first sign-in. */
export async function partyViewer({ registry, ids, clock }: Ports, person: Person): Promise<User> {
  const { name, language, email } = partyOf(person);
  const address = emailKey(email);
  const known = registry.read((reads) => reads.userByEmail(address));
  if (known) return signedIn(known);
  const user = { id: ids.newId(), email: address, name, language, roles: [] };
  await registry.commit((tx) => tx.insertUser(user, clock.now()));
  return signedIn(user);
}

export function staffViewer({ registry }: Ports, part: string): User {
  const email = DEMO_PEOPLE.find((person) => person.part === part)?.email ?? '';
  const user = registry.read((reads) => reads.userByEmail(email));
  if (!user) throw new Error(`nobody of the demonstration is the ${part}`);
  return signedIn(user);
}

/** As they are right after a code by mail: what they sign says so. */
function signedIn(user: UserRow): User {
  return { ...viewerOf(user), provenBy: 'mail', isFreshlyProven: true };
}

/** `Jean-Marc Thibodeau` → `jean-marc.thibodeau@mail.example`. */
function addressFor(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${letters.replace(/[^a-z0-9-]+/g, '.').replace(/^\.|\.$/g, '')}@mail.example`;
}
