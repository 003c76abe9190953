import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { mapTexts } from '../map-texts.ts';
import { FALLBACK_FAMILIES, readDocumentFonts } from './document-fonts.ts';
import type { DocumentModel } from './document-model.ts';
import { type DocumentTemplate, documentSheet, LAYOUTS } from './document-sheet.ts';
import { documentTemplatesFolder } from './document-templates-folder.ts';
import { fontCoverage } from './font-coverage.ts';
import { printableText } from './printable-text.ts';
import { setableText } from './setable-text.ts';

/** Sets a document as PDF/UA-1. The same model always gives the same bytes. */
export type RenderDocument = (model: DocumentModel) => Uint8Array;

/**
 * Results of this many compilations ago are forgotten: enough to keep the fonts and layouts warm. The rest is freed between turns
 * of the event loop: 3,000 documents one after another stayed under 250 MB, at 12 ms each.
 */
const CACHE_AGE = 5;

/**
 * Makes the typesetter: the layouts of templates/documents and the project's own fonts, and nothing else. It cannot read outside
 * that folder, and a model's texts reach it as data only.
 *
 * @param extraFonts TrueType or OpenType files to fall back to, by family, for scripts that the project's fonts lack.
 */
export function createDocumentRenderer(extraFonts: { family: string; bytes: Buffer }[] = []): RenderDocument {
  const root = documentTemplatesFolder();
  const fonts = [...readDocumentFonts(), ...extraFonts.map(({ bytes }) => bytes)];
  const covers = coverageOf(fonts);
  const families = [...FALLBACK_FAMILIES, ...new Set(extraFonts.map(({ family }) => family))];
  const typefaces = { serif: ['Source Serif 4', ...families], sans: [...families, 'Source Serif 4'] };
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] });

  return (given) => {
    const model = mapTexts(given, (text) => setableText(printableText(text), covers));
    const template = knownTemplate(model.template);
    const createdAt = secondsOf(model.issuedOn);
    const sheet = { ...documentSheet(withOwnAddress(model, given), template), ...typefaces };
    const bytes = setPdf(compiler, {
      mainFilePath: join(root, `${template}.typ`),
      inputs: { sheet: JSON.stringify(sheet) },
      createdAt,
    });
    compiler.evictCache(CACHE_AGE);
    return bytes;
  };
}

type Job = { mainFilePath: string; inputs: Record<string, string>; createdAt: number };

/** Typst refuses a document that PDF/UA would: a missing glyph, a picture without words. Either is a fault of a layout. */
function setPdf(compiler: NodeCompiler, { createdAt, ...job }: Job): Uint8Array {
  const result = compiler.compile(job);
  if (!result.result) {
    const diagnostics = JSON.stringify(result.takeDiagnostics()?.shortDiagnostics);
    throw new Error(`the layout ${job.mainFilePath} does not compile: ${diagnostics}`);
  }
  try {
    return compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: createdAt });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    throw new Error(`the layout ${job.mainFilePath} cannot be set as PDF/UA: ${message} ${code ?? ''}`, {
      cause: error,
    });
  }
}

/** The addresses to check a copy or to answer at are followed, not only read: they stay as they were given. */
function withOwnAddress(model: DocumentModel, { verification, answerAt }: DocumentModel): DocumentModel {
  return {
    ...model,
    ...(answerAt && { answerAt }),
    ...(model.verification && verification && { verification: { ...model.verification, url: verification.url } }),
  };
}

let shared: RenderDocument | undefined;

/** Sets a document with the project's own fonts. They are read at the first call. */
export const renderDocument: RenderDocument = (model) => {
  shared ??= createDocumentRenderer();
  return shared(model);
};

function knownTemplate(name: string): DocumentTemplate {
  const known = LAYOUTS.find((template) => template === name);
  if (!known) throw new Error(`there is no document template "${name}"; use one of ${LAYOUTS.join(', ')}`);
  return known;
}

/** Seconds since 1970 at the beginning of a plain date. */
function secondsOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) {
    throw new Error(`"${date}" is no date; a document is issued on a day like 2026-03-16`);
  }
  return time / 1000;
}

function coverageOf(fonts: Buffer[]): (codePoint: number) => boolean {
  const covered = new Set<number>();
  for (const font of fonts) for (const codePoint of fontCoverage(font)) covered.add(codePoint);
  return (codePoint) => covered.has(codePoint);
}
