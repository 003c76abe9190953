import type { Context } from 'hono';
import type { WebEnv } from '../web-env.ts';

/** What a browser sent with one of our forms. Names that nobody asks for are never looked at. */
export interface PageForm {
  /** The first text of this name; empty when there is none. */
  text(name: string): string;
  texts(name: string): string[];
  files(name: string): File[];
  /** Every text, in order. */
  readonly all: readonly (readonly [string, string])[];
}

export const EMPTY_FORM: PageForm = pageForm(new FormData());

/** The form of a request; empty when there is none that can be read. */
export async function readPageForm(c: Context<WebEnv>): Promise<PageForm> {
  try {
    return pageForm(await c.req.formData());
  } catch (error) {
    // A body that is no form says nothing; one that is too large has its own answer.
    if (error instanceof TypeError) return EMPTY_FORM;
    throw error;
  }
}

function pageForm(data: FormData): PageForm {
  const textsOf = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  return {
    text: (name) => textsOf(name)[0] ?? '',
    texts: textsOf,
    // An empty file control sends one file without a name.
    files: (name) =>
      data
        .getAll(name)
        .filter((value): value is File => value instanceof File && (value.name !== '' || value.size > 0)),
    all: [...data.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  };
}
