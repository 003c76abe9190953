/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Tribunal } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Assets } from '../assets/asset-routes.ts';
import { ExitThisPage } from '../components/exit-this-page.tsx';
import { GenericHeader } from '../components/generic-header.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import type { Words } from '../words.ts';

interface Props {
  readonly title: string;
  readonly words: Words;
  readonly lang: string;
  /** The page itself in the other language. */
  readonly otherLanguage: string | undefined;
  /** What was typed into it, which has to be sent along. */
  readonly typed?: readonly (readonly [name: string, text: string])[] | undefined;
  /** What programs read to see what is new on it. */
  readonly feed?: { readonly href: string; readonly title: string } | undefined;
  readonly assets: Assets;
  /** Of the script; a page without one runs none. */
  readonly nonce: string | undefined;
  readonly tribunal: Tribunal;
  readonly isSignedIn: boolean;
  /** The disputes that they see are the tribunal's. */
  readonly isOfTribunal: boolean;
  /** There is something to choose there: a Digital ID. */
  readonly hasAccountPage?: boolean | undefined;
  /** Where to go at once, on pages about someone's dispute. */
  readonly exitTo: string | undefined;
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout(props: Props) {
  const { title, words, lang, feed, assets, nonce, tribunal, exitTo, children } = props;
  const name = textIn(tribunal.name, words.lang);
  return (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{title === name ? title : `${title} – ${name}`}</title>
        <link rel="stylesheet" href={assets.styleSheet} />
        {assets.theme && <link rel="stylesheet" href={assets.theme} />}
        <link rel="icon" href={assets.mark} type="image/svg+xml" />
        {feed && <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />}
        {nonce && <script type="module" src={assets.script} nonce={nonce} />}
      </head>
      <body class={exitTo ? 'govuk-template__body has-exit' : 'govuk-template__body'}>
        <SkipLink href="#content">{words.skip}</SkipLink>
        <header class="bar">
          <div class="inner">
            <GenericHeader href={`/?lang=${words.lang}`} containerClass="">
              <img class="mark" src={assets.mark} alt="" width="27" height="27" />
              <span>{name}</span>
            </GenericHeader>
            <Places {...props} />
          </div>
        </header>
        <main id="content">
          {exitTo && (
            <ExitThisPage href={exitTo} said={words.exit.said}>
              {words.exit.text}
            </ExitThisPage>
          )}
          {children}
        </main>
        <Foot words={words} tribunal={tribunal} />
      </body>
    </html>
  );
}

/** Where one can go from everywhere. */
function Places({
  words: { account, cases, frame, otherLanguage: name },
  lang,
  otherLanguage,
  typed,
  isSignedIn,
  isOfTribunal,
  hasAccountPage,
}: Props) {
  const other = lang === 'fr' ? 'en' : 'fr';
  return (
    <nav aria-label={frame.menu}>
      <ul>
        {isSignedIn && (
          <li>
            <a href="/cases">{isOfTribunal ? cases.staffTitle : account.cases}</a>
          </li>
        )}
        {isSignedIn && hasAccountPage && (
          <li>
            <a href="/account">{account.page}</a>
          </li>
        )}
        {otherLanguage && (
          <li>
            {typed ? (
              <form method="post" action={otherLanguage}>
                {typed.map(([field, text]) => (
                  <input type="hidden" name={field} value={text} />
                ))}
                <button type="submit" lang={other}>
                  {name}
                </button>
              </form>
            ) : (
              <a href={otherLanguage} lang={other} hreflang={other} rel="alternate">
                {name}
              </a>
            )}
          </li>
        )}
        <li>
          {isSignedIn ? (
            <form method="post" action="/sign-out">
              <button type="submit">{account.signOut}</button>
            </form>
          ) : (
            <a href="/sign-in">{account.signIn}</a>
          )}
        </li>
      </ul>
    </nav>
  );
}

/** Whom people can write to. */
function Foot({ words, tribunal: { name, address, contact } }: Pick<Props, 'words' | 'tribunal'>) {
  const where = textIn(address, words.lang);
  return (
    <footer class="foot">
      <div class="inner">
        <p>
          {textIn(name, words.lang)}
          {where && (
            <>
              <br />
              {where}
            </>
          )}
        </p>
        <p>
          {words.frame.contact} <a href={`mailto:${contact}`}>{contact}</a>
        </p>
        <p>
          <a href="/register">{words.register.title}</a>
        </p>
        <p>
          <a href="/verify">{words.verify.title}</a>
        </p>
        <p>
          <a href="/docs">{words.frame.api}</a>
        </p>
      </div>
    </footer>
  );
}
