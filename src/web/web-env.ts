import type { Viewer } from '../domain/viewer.ts';

/** What a request carries through the middleware. */
export interface WebEnv {
  Variables: {
    viewer: Viewer;
    /** How the viewer showed who they are; `none` for a stranger. */
    credential: 'bearer' | 'cookie' | 'none';
    /** The token they showed, good or not. */
    token: string | undefined;
    /** Of pages and texts: `en`, `fr`. */
    language: string;
    /** What every answer carries. */
    answerHeaders: Readonly<Record<string, string>>;
    /** The answer, where it was made with these headers. */
    secured: Response | undefined;
  };
}
