import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectUpload, MAX_UPLOAD_BYTES } from '../../src/effects/uploads/inspect-upload.ts';
import * as small from './small-files.ts';

const text = (words: string) => new TextEncoder().encode(words);
const reasonOf = async (bytes: Uint8Array, name: string) => {
  const inspection = await inspectUpload(bytes, name);
  return inspection.ok ? `taken as ${inspection.mime}` : inspection.reason;
};

describe('evidence that people have', () => {
  it.each([
    ['contract.pdf', small.pdf(), 'application/pdf'],
    ['IMG_0042.JPG', small.jpeg(), 'image/jpeg'],
    ['screen.png', small.png(), 'image/png'],
    ['moving.gif', small.gif(), 'image/gif'],
    ['photo.webp', small.webp.lossy(), 'image/webp'],
    ['photo.webp', small.webp.lossless(), 'image/webp'],
    ['photo.webp', small.webp.extended(), 'image/webp'],
    ['IMG_0042.HEIC', small.heic(), 'image/heic'],
    ['letter.docx', small.docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['accounts.xlsx', small.xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['lettre.odt', small.odt(), 'application/vnd.oasis.opendocument.text'],
    ['message.mp3', small.mp3(), 'audio/mpeg'],
    ['message.m4a', small.m4a(), 'audio/x-m4a'],
    ['kitchen.mp4', small.mp4(), 'video/mp4'],
    ['notes.txt', text('J’ai payé 3 < 5 fois.\r\n\tMerci & à bientôt'), 'text/plain'],
    ['payments.csv', text('\uFEFFdate;amount\n2026-01-04;3240,00\n'), 'text/csv'],
    ['bank.txt', text('BMO Bank wrote to me on Monday.'), 'text/plain'],
  ])('is taken for what it is: %s', async (name, bytes, mime) => {
    expect(await inspectUpload(bytes, name)).toMatchObject({ ok: true, mime, filename: name });
  });

  it('gets the extension that it lacks', async () => {
    expect(await inspectUpload(small.pdf(), 'contract')).toMatchObject({ ok: true, filename: 'contract.pdf' });
    expect(await inspectUpload(text('hello'), 'notes')).toMatchObject({ ok: true, filename: 'notes.txt' });
  });
});

describe('a file that the tribunal does not take', () => {
  it.each([
    ['page.html', text('<!DOCTYPE html><html></html>')],
    ['page.txt', text('Dear tribunal,\n<script>alert(1)</script>')],
    ['page.txt', text('  < HTML >')],
    ['drawing.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['drawing.txt', text('words first <svg onload=alert(1)>')],
    ['data.xml', text('<?xml version="1.0"?><a/>')],
    ['run.txt', text('#!/bin/sh\nrm -rf /')],
    ['page.php', text('<?php system($_GET[0]);')],
    ['program.exe', small.pdf().fill(0).fill(0x4d, 0, 1).fill(0x5a, 1, 2)],
    ['program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Array(60).fill(0)])],
    ['files.zip', small.zip([{ name: 'a.txt', content: 'a' }])],
    ['files.jar', small.zip([{ name: 'META-INF/MANIFEST.MF', content: 'Manifest-Version: 1.0' }])],
    ['files.gz', new Uint8Array(gzipSync('a'))],
    ['letter.docm', small.docm()],
    ['letter.docx', small.docm()],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)])],
    ['latin.txt', new Uint8Array([0x50, 0x61, 0x79, 0xe9])],
    ['utf16.txt', new Uint8Array([0xff, 0xfe, 0x50, 0, 0x61, 0])],
    ['binary.txt', new Uint8Array([0x50, 0, 0x61])],
    ['escape.txt', text('red \u001b[31m')],
  ])('is refused by its kind: %s', async (name, bytes) => {
    expect(await reasonOf(bytes, name)).toBe('kind-not-allowed');
  });

  it.each([
    ['photo.pdf', small.jpeg()],
    ['contract.jpg', small.pdf()],
    ['contract.pdf.exe', small.pdf()],
    ['contract.txt', small.pdf()],
    ['letter.xlsx', small.docx()],
    ['notes.js', text('alert(1)')],
    ['notes.pdf', text('only words')],
    ['notes.hta', text('only words')],
  ])('is refused when its name says another kind: %s', async (name, bytes) => {
    expect(await reasonOf(bytes, name)).toBe('extension-does-not-match');
  });

  it.each([
    ['a PDF that is a page', 'a.pdf', small.pdf('<script>alert(1)</script>')],
    ['a PDF that is a page too', 'a.pdf', small.pdf('< HTML><body onload=alert(1)>')],
    ['a picture that is an archive', 'a.gif', small.gif(4, 3, small.zip([{ name: 'Evil.class', content: 'x' }]))],
    [
      'a photograph that is an archive',
      'a.jpg',
      new Uint8Array([...small.jpeg(), ...small.zip([{ name: 'a', content: 'x' }])]),
    ],
    ['a picture that is a page', 'a.gif', small.gif(4, 3, '<script>alert(1)</script>')],
    [
      'a PDF that is an archive',
      'a.pdf',
      new Uint8Array([...small.pdf(), ...small.zip([{ name: 'a', content: 'x' }])]),
    ],
  ])('is refused when it is two kinds in one: %s', async (_what, name, bytes) => {
    expect(await reasonOf(bytes, name)).toBe('two-kinds-in-one');
  });

  it.each([
    ['png', small.png(20_000, 20_000)],
    ['gif', small.gif(65_535, 65_535)],
    ['jpg', small.jpeg(65_500, 65_500)],
    ['webp', small.webp.lossy(16_383, 16_383)],
    ['webp', small.webp.lossless(16_384, 16_384)],
    ['webp', small.webp.extended(16_777_216, 16_777_216)],
    ['heic', small.heic(60_000, 60_000)],
  ])('is refused when it would flood a screen with pixels: %s', async (extension, bytes) => {
    expect(await reasonOf(bytes, `flood.${extension}`)).toBe('too-many-pixels');
  });

  it('may have the hundred megapixels of a scanned plan', async () => {
    expect(await reasonOf(small.png(10_000, 10_000), 'plan.png')).toBe('taken as image/png');
  });

  it.each([
    ['a picture that tells no size', 'a.jpg', small.jpeg().subarray(0, 24)],
    ['a picture without an area', 'a.png', small.png(0, 10)],
    ['a zip cut short', 'a.docx', small.docx().subarray(0, 60)],
    ['a zip under a password', 'a.docx', small.docx([{ name: 'x', content: 'x', isEncrypted: true }])],
    ['a path out of the archive', 'a.docx', small.docx([{ name: '../../etc/passwd', content: 'x' }])],
    ['a name that stands twice', 'a.docx', small.docx([{ name: 'word/document.xml', content: 'other' }])],
  ])('is refused when it does not hold together: %s', async (_what, name, bytes) => {
    expect(await reasonOf(bytes, name)).toBe('damaged');
  });

  it.each([
    ['a gigabyte of nothing', [{ name: 'word/media/image1.png', content: 'x', claimedBytes: 1_000_000_000 }]],
    ['ten megabytes in ten thousand', [{ name: 'word/big.xml', content: 'a'.repeat(10_000_000) }]],
    ['five thousand parts', Array.from({ length: 5_000 }, (_, n) => ({ name: `word/${n}.xml`, content: 'x' }))],
  ])('is refused when it unpacks too large: %s', async (_what, more) => {
    expect(await reasonOf(small.docx(more), 'bomb.docx')).toBe('unpacks-too-large');
  });

  it.each(['word/vbaProject.bin', 'word/activeX/activeX1.xml'])(
    'is refused when it brings its own program: %s',
    async (name) => {
      expect(await reasonOf(small.docx([{ name, content: 'x' }]), 'letter.docx')).toBe('macros');
    },
  );

  it('is refused when it is empty, or larger than the limit', async () => {
    expect(await reasonOf(new Uint8Array(), 'a.pdf')).toBe('empty');
    expect(await reasonOf(new Uint8Array(MAX_UPLOAD_BYTES + 1), 'a.pdf')).toBe('too-large');
  });

  it('never breaks the program, whatever its bytes', async () => {
    const seeds = [
      small.png(),
      small.jpeg(),
      small.gif(),
      small.webp.extended(),
      small.heic(),
      small.docx(),
      small.odt(),
      small.mp4(),
      small.mp3(),
      small.pdf(),
    ];
    const mangled = fc
      .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat())
      .map(([seed, changes, cut]) => {
        const bytes = new Uint8Array(seed);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
      });
    await fc.assert(
      fc.asyncProperty(mangled, async (bytes) => {
        expect(typeof (await inspectUpload(bytes, 'a')).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
