/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { DemoPorts } from '../demo-ports.ts';
import { type PageTools, renderPage } from '../pages/render-page.tsx';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';
import { fill } from '../words.ts';
import { fieldOf, smallForm, wantsPage } from './small-form.ts';

/** Turns the clock of the demonstration forward. */
export function clockRoutes(demo: DemoPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post('/clock', smallForm, async (c) => {
    const advance = await fieldOf(c, 'advance');
    if (advance === undefined || !isForward(advance)) {
      const message = 'Give a length of time of at most ten years as ISO 8601, such as P15D or PT36H.';
      return problem(c, 'InvalidDuration', { errors: [{ path: 'advance', message }] });
    }
    const { now, ran } = await demo.advanceClock(advance);
    if (!wantsPage(c)) return c.json({ now, ran });
    return renderPage(c, tools, ({ home }) => ({
      title: home.clock,
      body: (
        <>
          <h1>{home.clock}</h1>
          <p class="lead">{fill(home.clockDone, { now, ran })}</p>
          <p>
            <a href="/">{home.back}</a>
          </p>
        </>
      ),
    }));
  });
  return app;
}

const LONGEST = { years: 10 };
/** Any day will do: it says how long a year is. */
const RELATIVE_TO = '2026-01-01';

/** Time goes forward, and not out of the calendar. */
function isForward(text: string): boolean {
  try {
    const duration = Temporal.Duration.from(text.slice(0, 100));
    const isShort = Temporal.Duration.compare(duration, LONGEST, { relativeTo: RELATIVE_TO }) <= 0;
    return duration.sign > 0 && isShort;
  } catch {
    return false;
  }
}
