/** What all registries of one program hold together, by name: made by the first that asks. */
export type InCommon = <T>(name: string, make: () => T) => T;

/** For a program that serves several registries: nobody gets a second allowance by asking for cases of another. */
export function inCommon(): InCommon {
  const held = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!held.has(name)) held.set(name, make());
    return held.get(name) as T;
  };
}

/** For a registry that is served alone. */
export const notInCommon: InCommon = (_, make) => make();
