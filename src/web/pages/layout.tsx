/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Assets } from '../assets/asset-routes.ts';
import type { Words } from '../words.ts';

interface Props {
  readonly title: string;
  readonly words: Words;
  readonly lang: string;
  readonly path: string;
  readonly assets: Assets;
  readonly hasLanguages: boolean;
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout({ title, words, lang, path, assets, hasLanguages, children }: Props) {
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
            <a href="/docs">API</a>
            {hasLanguages && (
              <a href={`${path}?lang=${other}`} lang={other} hreflang={other}>
                {words.otherLanguage}
              </a>
            )}
          </div>
        </header>
        <main id="content">{children}</main>
      </body>
    </html>
  );
}
