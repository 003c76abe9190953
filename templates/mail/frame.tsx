/** @jsxImportSource react */
import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { say, type Words } from '../words.ts';
import type { NoticeModel } from './notice-model.ts';
import { readTheme, type Theme } from './theme.ts';

export const FONT = '"Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const SERIF = '"Source Serif 4", Charter, Georgia, serif';

type FrameProps = {
  model: NoticeModel;
  words: Words;
  kicker: string;
  /** What a mailbox shows beside the subject. Left out where it would show a secret on a locked screen. */
  preview?: string | undefined;
  /** Orders and decisions are set in a serif. */
  isJudicial?: boolean;
  children: ReactNode;
};

/** What every mail of a tribunal has around its words: its name, the case, the subject, and who sent it and why. */
export function Frame({ model, words, kicker, preview, isJudicial = false, children }: FrameProps) {
  const theme = readTheme(model.tribunal.theme);
  return (
    <Html lang={model.language} dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{model.subject}</title>
      </Head>
      <Body
        style={{
          margin: 0,
          padding: '20px 10px',
          backgroundColor: theme.wash,
          fontFamily: FONT,
          color: theme.ink,
          overflowWrap: 'anywhere',
        }}
      >
        {preview && <Preview>{preview}</Preview>}
        <Container
          style={{ maxWidth: '600px', border: `1px solid ${theme.line}`, borderRadius: '6px', overflow: 'hidden' }}
        >
          <Masthead name={model.tribunal.name} theme={theme} />
          <Section style={{ backgroundColor: theme.paper }}>
            <div style={{ padding: '24px 24px 28px' }}>
              <CaseLine model={model} words={words} kicker={kicker} theme={theme} />
              <Heading as="h1" style={headingStyle(isJudicial)} dir="auto">
                {model.subject}
              </Heading>
              {children}
            </div>
          </Section>
        </Container>
        <Footer model={model} words={words} theme={theme} />
      </Body>
    </Html>
  );
}

function headingStyle(isJudicial: boolean) {
  return {
    margin: '0 0 18px',
    fontFamily: isJudicial ? SERIF : FONT,
    fontSize: '25px',
    lineHeight: '1.25',
    letterSpacing: '-0.01em',
    fontWeight: 700,
  };
}

function Masthead({ name, theme }: { name: string; theme: Theme }) {
  return (
    <Section style={{ backgroundColor: theme.brandDeep, borderBottom: `4px solid ${theme.accent}` }}>
      <div
        style={{ padding: '16px 24px', color: theme.onBrandDeep, fontSize: '17px', lineHeight: '1.3', fontWeight: 700 }}
      >
        {name}
      </div>
    </Section>
  );
}

function CaseLine({ model, words, kicker, theme }: Pick<FrameProps, 'model' | 'words' | 'kicker'> & { theme: Theme }) {
  const about = model.case;
  return (
    <Text style={{ margin: '0 0 6px', fontSize: '14px', lineHeight: '1.45', color: theme.quiet }}>
      <strong style={{ color: theme.link }}>{kicker}</strong>
      {about && (
        <>
          {' · '}
          <span style={{ whiteSpace: 'nowrap' }}>{say(words.case, { reference: about.reference })}</span>
          {' · '}
          <bdi>{about.title}</bdi>
        </>
      )}
    </Text>
  );
}

function Footer({ model, words, theme }: Pick<FrameProps, 'model' | 'words'> & { theme: Theme }) {
  const { tribunal, footer } = model;
  const line = { margin: '0 0 6px', fontSize: '14px', lineHeight: '1.5', color: theme.quiet };
  return (
    <Container style={{ maxWidth: '600px' }}>
      <div style={{ padding: '18px 24px 8px' }}>
        {footer && <Text style={line}>{footer}</Text>}
        <Text style={{ ...line, margin: '0' }}>{say(words.sentBy, { tribunal: tribunal.name })}</Text>
        {tribunal.address && <Text style={{ ...line, margin: '0' }}>{tribunal.address}</Text>}
        <Text style={{ ...line, margin: '0' }}>
          <Contact sentence={words.contact} contact={tribunal.contact} colour={theme.link} />
        </Text>
      </div>
    </Container>
  );
}

/** An address to write to is a link; anything else is text. */
function Contact({ sentence, contact, colour }: { sentence: string; contact: string; colour: string }) {
  const [before, after] = sentence.split('{contact}');
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+$/.test(contact);
  return (
    <>
      {before}
      {isAddress ? (
        <Link href={`mailto:${contact}`} style={{ color: colour, textDecoration: 'underline' }}>
          {contact}
        </Link>
      ) : (
        contact
      )}
      {after}
    </>
  );
}
