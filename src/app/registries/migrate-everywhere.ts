import type { Viewer } from '../../domain/viewer.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import { HOME, registryOf } from '../registry-of.ts';
import { approveMigration, type MigrationWord } from '../workflows/approve-migration.ts';
import { type Migration, type MigrationRequest, migrateCases } from '../workflows/migrate-cases.ts';

export type MigrationAnswer = ({ readonly kind: 'moved' } & Migration) | Exclude<MigrationWord, { kind: 'approved' }>;

/**
 * Moves open cases to another version of their workflow, or rehearses it, one registry after another: a cursor is the id of
 * the last case looked at, and an id says its registry. Nothing moves before two administrators have asked for the same.
 */
export async function migrateEverywhere(
  ports: Ports & Wide,
  viewer: Viewer,
  workflow: string,
  request: MigrationRequest,
): Promise<MigrationAnswer | undefined> {
  const word = request.dryRun
    ? ({ kind: 'approved' } as const)
    : await approveMigration(ports, viewer, workflow, request);
  if (word?.kind !== 'approved') return word;
  const moved = await move(ports, viewer, workflow, request);
  return moved && { kind: 'moved', ...moved };
}

async function move(
  ports: Ports & Wide,
  viewer: Viewer,
  workflow: string,
  request: MigrationRequest,
): Promise<Migration | undefined> {
  const others = ports.everywhere?.others() ?? [];
  const places = [HOME, ...others.map(({ id }) => id)];
  const place = placeOf(request.cursor, places);
  const desk = others.find(({ id }) => id === place);
  const moved = await (desk
    ? desk.migrateCases(viewer, workflow, request)
    : migrateCases(ports, viewer, workflow, request));
  if (!moved || moved.next !== null) return moved;
  const after = places[places.indexOf(place) + 1];
  return { ...moved, next: after === undefined ? null : beforeAll(after) };
}

/** Sorts before every id of a registry, and names it. */
const beforeAll = (registry: string) => `${registry}-`;

function placeOf(cursor: string | undefined, places: readonly string[]): string {
  if (cursor === undefined) return HOME;
  const begun = places.find((place) => cursor === beforeAll(place));
  return begun ?? places.find((place) => place === registryOf(cursor)) ?? HOME;
}
