import { Document, Packer, Paragraph, TextRun } from 'docx';

interface Letter {
  readonly title: string;
  /** An empty line parts two paragraphs. */
  readonly body: string;
  readonly language: string;
}

/** Twips: a letter page with margins of an inch. */
const MARGIN = 1440;

/**
 * A letter as a file for a word processor (Office Open XML), to be filled in and printed. What is to be replaced, in
 * square brackets, is marked. Load this when a letter is asked for: few are.
 */
export function letterFile({ title, body, language }: Letter): Promise<ArrayBuffer> {
  const paragraphs = body.split(/\n{2,}/).map(
    (paragraph) =>
      new Paragraph({
        spacing: { after: 240, line: 300 },
        children: runsOf(paragraph).map(
          ({ text, isBlank, isNewLine }) =>
            new TextRun({
              text,
              ...(isBlank ? { highlight: 'yellow' as const } : {}),
              ...(isNewLine ? { break: 1 } : {}),
            }),
        ),
      }),
  );
  const file = new Document({
    title,
    creator: '',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 24, language: { value: language === 'fr' ? 'fr-CA' : 'en-CA' } } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
        children: paragraphs,
      },
    ],
  });
  return Packer.toArrayBuffer(file);
}

interface Run {
  readonly text: string;
  readonly isBlank: boolean;
  readonly isNewLine: boolean;
}

function runsOf(paragraph: string): readonly Run[] {
  return paragraph.split('\n').flatMap((line, number) =>
    line
      .split(/(\[[^\]]*\])/)
      .filter((text, index) => text !== '' || index === 0)
      .map((text, index) => ({ text, isBlank: text.startsWith('['), isNewLine: number > 0 && index === 0 })),
  );
}
