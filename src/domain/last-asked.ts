import type { CaseFile } from './case-file.ts';
import type { Viewer } from './viewer.ts';

/** Keeps the last answer about each case file: one request asks half a dozen times for the same viewer. Neither is ever changed. */
export function lastAsked<T>(
  answer: (viewer: Viewer, caseFile: CaseFile) => T,
): (viewer: Viewer, caseFile: CaseFile) => T {
  const kept = new WeakMap<CaseFile, { readonly viewer: Viewer; readonly value: T }>();
  return (viewer, caseFile) => {
    const last = kept.get(caseFile);
    if (last?.viewer === viewer) return last.value;
    const value = answer(viewer, caseFile);
    kept.set(caseFile, { viewer, value });
    return value;
  };
}
