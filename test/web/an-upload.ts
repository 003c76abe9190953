import { CASE, PARTIES } from '../app/a-dispute.ts';
import type { Name, TestWeb } from './a-web.ts';

/** Where files are uploaded to the case. */
export const uploads = `/api/v1/cases/${CASE}/documents`;

export function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

export const receipt = (more: Record<string, string> = {}) =>
  form({ file: new File(['A receipt.'], 'receipt.txt'), ...more });

export async function upload(web: TestWeb, name: Name, body: FormData, headers = {}) {
  const response = await web.as(name, 'POST', uploads, { body, headers });
  return { response, document: (await response.json()) as Record<string, unknown> & { id: string } };
}
export const status = async (web: TestWeb, name: Name, id: string) =>
  (await web.as(name, 'GET', `/api/v1/documents/${id}`)).status;

export const uploadsOf = async (web: TestWeb) => {
  const { items } = (await (await web.as('ada', 'GET', uploads)).json()) as { items: { id: string; origin: string }[] };
  return items.filter(({ origin }) => origin === 'uploaded').map(({ id }) => id);
};

export async function decide(web: TestWeb): Promise<void> {
  const data = { reasons: 'He shows no damage.', terms: 'Ben pays Ada $1,200.', amount: 120_000 };
  const actor = { kind: 'person', userId: 'mia', role: 'member' } as const;
  await web.tribunal.perform(CASE, 'decide', { kind: 'event', actor, type: 'DECIDE', data });
}

/** Files of Ada's that are there already, under these ids. */
export async function filesOfAda(
  { tribunal: { registry, clock } }: TestWeb,
  ids: readonly string[],
  filing: 'waiting' | 'takenOff' = 'waiting',
): Promise<void> {
  const file = { title: 'x', filename: 'x.txt', mime: 'text/plain', size: 1, sha256: null, content: null } as const;
  const ofAda = { uploadedBy: 'ada', party: PARTIES.ada, audience: `caucus:${PARTIES.ada}` } as const;
  const row = { caseId: CASE, origin: 'uploaded', document: null, quarantine: null, heldFor: null } as const;
  await registry.commit((tx) => {
    for (const id of ids) tx.insertUpload({ id, ...row, ...file, ...ofAda, filing, createdAt: clock.now() });
  });
}
