import { Hono } from 'hono';
import { closeInDirectory, openInDirectory } from '../../app/registries/change-directory.ts';
import { directoryOf } from '../../app/registries/directory.ts';
import { HOME } from '../../app/registry-of.ts';
import { changeDirectory } from '../cli/change-directory.ts';
import { givenJson } from './given-json.ts';
import type { Operated } from './operated.ts';

/** Opens registries and closes them to new cases; asked of the home registry. */
export function registryRoutes({ registry: name, running }: Operated): Hono {
  const app = new Hono();
  app.use('/registries/*', async (c, next) =>
    name === HOME ? next() : c.json({ refused: 'the home registry lists the others; ask it' }, 409),
  );
  app.get('/registries', async (c) => {
    const { ports } = (await running()).opened;
    return c.json(ports.registry.read(directoryOf));
  });
  app.post('/registries', givenJson('registry'), async (c) => {
    const { opened, wakeOther } = await running();
    const { id, beside } = c.req.valid('json');
    const opening = { at: opened.ports.clock.now(), beside };
    const tried = openInDirectory(opened.ports.registry.read(directoryOf), id, opening);
    if ('refused' in tried) return c.json(tried, 409);
    // It is there, with its copy of what is shared, before anybody is told of it.
    await wakeOther(id);
    await changeDirectory(opened, `registry.open ${id}`, (directory) => openInDirectory(directory, id, opening));
    return c.json({ registry: id, takesNewCases: true });
  });
  app.delete('/registries/:id', async (c) => {
    const { opened } = await running();
    const id = c.req.param('id');
    const tried = closeInDirectory(opened.ports.registry.read(directoryOf), id);
    if ('refused' in tried) return c.json(tried, 409);
    await changeDirectory(opened, `registry.close ${id}`, (directory) => closeInDirectory(directory, id));
    return c.json({ registry: id, takesNewCases: false });
  });
  return app;
}
