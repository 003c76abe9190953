/** @jsxImportSource hono/jsx */
import type { Identity } from '../../app/ports/identity.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { fill, type Words } from '../words.ts';

interface Props {
  readonly words: Words;
  readonly viewer: Extract<Viewer, { kind: 'user' }>;
  readonly linked: readonly (Identity & { readonly linkedAt: string })[];
  /** What the Digital ID is called. */
  readonly provider: string;
  /** Where they were going when they came here for the first time. */
  readonly next: string | undefined;
}

/** Who someone is here, and how they sign in. */
export function AccountPage({ words: { yourAccount: said }, viewer, linked, provider, next }: Props) {
  const isLinked = linked.length > 0;
  return (
    <>
      <h1>{said.title}</h1>
      {next && (
        <div class="note">
          <p>{fill(said.first, { provider })}</p>
          {viewer.email === '' && <p>{fill(said.firstNoEmail, { provider })}</p>}
          <p>
            <a href={next}>{said.goOn}</a>
          </p>
        </div>
      )}
      <dl>
        <dt>{said.name}</dt>
        <dd>{viewer.name}</dd>
        <dt>{said.email}</dt>
        <dd>{viewer.email || said.noEmail}</dd>
        <dt>{provider}</dt>
        <dd>{isLinked ? fill(said.linked, { date: linked[0]?.linkedAt.slice(0, 10) ?? '' }) : said.notLinked}</dd>
      </dl>
      {!isLinked && (
        <form method="post" action="/account/digital-id">
          <p>{fill(said.linkText, { provider })}</p>
          <button type="submit">{fill(said.link, { provider })}</button>
        </form>
      )}
      {isLinked && viewer.email !== '' && (
        <form method="post" action="/account/digital-id/removal">
          <p>{fill(said.unlinkText, { provider })}</p>
          <button type="submit" class="plain">
            {fill(said.unlink, { provider })}
          </button>
        </form>
      )}
    </>
  );
}
