/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { textIn } from '../../../domain/text-in.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { HelpSections, helpIn } from './help-sections.tsx';

/** Where people find help with a process, for everyone: it says nothing of any case. */
export function helpPages({ registry, clock, definitionOf }: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/help/:workflow', (c) => {
    const current = registry.read((reads) => reads.currentWorkflow(c.req.param('workflow'), clock.now()));
    if (!current) return missingPage(c, tools);
    const definition = definitionOf({ id: current.id, version: current.version });
    const help = helpIn(definition, tools.tribunal, c.get('language'));
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.help.title,
      body: (
        <>
          <p class="quiet cap">{textIn(definition.title, words.lang)}</p>
          <HelpSections words={words} help={help} isPage />
        </>
      ),
    }));
  });
  return app;
}
