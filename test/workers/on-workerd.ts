import { renderService } from '../../src/runtime/render-service.ts';
import { listen } from '../../src/runtime/server/listen.ts';
import type { StartServer } from '../http/a-tribunal-online.ts';
import { aWorkerd, aWorkerdFolder } from './a-workerd.ts';

const RENDER_SECRET = 'only-for-tests-'.repeat(3);

/** The Worker as a demonstration, with a render service beside it. */
export const onWorkerd: StartServer = async (smtpUrl) => {
  const renderer = await aRenderService();
  const { folder, remove } = aWorkerdFolder();
  const workerd = await aWorkerd({
    folder,
    variables: { PARLEY_MODE: 'demo', LOG_LEVEL: 'error', SMTP_URL: smtpUrl, ...renderer.variables },
  });
  return {
    origin: workerd.origin,
    async stop() {
      await workerd.kill();
      await renderer.close();
      remove();
    },
  };
};

/** A render service, and the variables that a Worker finds it by. */
export async function aRenderService() {
  const listening = await listen(0, '127.0.0.1');
  listening.answerWith(renderService(RENDER_SECRET));
  return {
    variables: { RENDER_URL: `http://127.0.0.1:${listening.port}`, RENDER_SECRET },
    close: () => listening.close(0),
  };
}
