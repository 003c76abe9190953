/** The registry that a tribunal begins with, which is also its directory: people, rights, workflows, the other registries. */
export const HOME = 'home';

/** What a registry may be called: short, for it stands in every id that it makes. */
export const REGISTRY_NAME = /^[a-z][a-z0-9]{0,15}$/;

/** A registry's name, then 128 random bits; what is made by one command has a number behind them. */
const ID = /^([a-z][a-z0-9]{0,15})-[0-9a-hjkmnp-tv-z]{26}/;

/**
 * The registry that made an id: a case's, an entry's, a document's, a notice's. One that names none is the home
 * registry's to answer, for better or for worse.
 *
 * @example registryOf('east-7m2x9kq4v0c8t3e5h1ga6nybwr') // 'east'
 */
export function registryOf(id: string): string {
  return ID.exec(id)?.[1] ?? HOME;
}
