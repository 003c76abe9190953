/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { printInvitationLetter } from '../../../app/letters/print-invitation-letter.ts';
import { listUnjoined } from '../../../app/queries/list-unjoined.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words } from '../../words.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';

const MAX_BYTES = 16 * 1024;
const PATH = '/cases/:id/parties/:party/letter';

/** The letter with a code that the registry prints and posts. Opening the page makes none; the button makes one, once. */
export function letterPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(PATH, requireSignIn(tools), (c) => {
    const { id, party } = c.req.param();
    const to = listUnjoined(ports, c.get('viewer'), id).find((one) => one.id === party);
    if (!to) return missingPage(c, tools);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: fill(words.letter.title, { name: to.name }),
      body: <LetterPage words={words} caseId={id} party={party} name={to.name} />,
    }));
  });
  app.post(PATH, limitedBody(MAX_BYTES), requireSignIn(tools), async (c) => {
    const { id, party } = c.req.param();
    const letter = await printInvitationLetter(ports, c.get('viewer'), id, party);
    if (!letter) return missingPage(c, tools);
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', attachmentHeader(letter.filename));
    return c.body(new Uint8Array(letter.bytes));
  });
  return app;
}

interface Props {
  readonly words: Words;
  readonly caseId: string;
  readonly party: string;
  readonly name: string;
}

function LetterPage({ words: { letter: said, theCase }, caseId, party, name }: Props) {
  const here = `/cases/${encodeURIComponent(caseId)}`;
  return (
    <>
      <BackLink href={here}>{theCase.back}</BackLink>
      <h1>{fill(said.title, { name })}</h1>
      <p class="lead">{said.lead}</p>
      <p>{said.address}</p>
      <p>{said.secret}</p>
      <form method="post" action={`${here}/parties/${encodeURIComponent(party)}/letter`}>
        <Button preventDoubleClick>{said.make}</Button>
      </form>
    </>
  );
}
