/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Assets } from '../assets/asset-routes.ts';
import type { Words } from '../words.ts';

interface Props {
  readonly title: string;
  readonly words: Words;
  readonly lang: string;
  /** The page itself in the other language. */
  readonly otherLanguage: string | undefined;
  readonly assets: Assets;
  readonly isSignedIn: boolean;
  /** There is something to choose there: a Digital ID. */
  readonly hasAccountPage?: boolean | undefined;
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout({ title, words, lang, otherLanguage, assets, isSignedIn, hasAccountPage, children }: Props) {
  const other = lang === 'fr' ? 'en' : 'fr';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === 'Parley' ? title : `${title} – Parley`}</title>
        <link rel="stylesheet" href={assets.styleSheet} />
        <link rel="icon" href={assets.mark} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="bar">
          <div>
            <a class="name" href={`/?lang=${words.lang}`}>
              <img class="mark" src={assets.mark} alt="" />
              Parley
            </a>
            {!isSignedIn && <a href="/docs">API</a>}
            {otherLanguage && (
              <a href={otherLanguage} lang={other} hreflang={other}>
                {words.otherLanguage}
              </a>
            )}
            <Account words={words} isSignedIn={isSignedIn} hasAccountPage={hasAccountPage} />
          </div>
        </header>
        <main id="content">{children}</main>
      </body>
    </html>
  );
}

function Account({
  words: { account },
  isSignedIn,
  hasAccountPage,
}: Pick<Props, 'words' | 'isSignedIn' | 'hasAccountPage'>) {
  if (!isSignedIn) return <a href="/sign-in">{account.signIn}</a>;
  return (
    <>
      <a href="/cases">{account.cases}</a>
      {hasAccountPage && <a href="/account">{account.page}</a>}
      <form method="post" action="/sign-out">
        <button type="submit">{account.signOut}</button>
      </form>
    </>
  );
}
