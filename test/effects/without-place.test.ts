import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectUpload } from '../../src/effects/uploads/inspect-upload.ts';
import { withoutPlace } from '../../src/effects/uploads/without-place.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const PLACE = 'N\0\0\0';
const DATE = '2026:03:02 09:00:00\0';

/** Exif as a phone writes it: when it was taken, and where (49° 17′ N). */
function exif(isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(140));
  const entry = (at: number, tag: number, type: number, count: number, value: number | string) => {
    view.setUint16(at, tag, isLittle);
    view.setUint16(at + 2, type, isLittle);
    view.setUint32(at + 4, count, isLittle);
    if (typeof value === 'number') view.setUint32(at + 8, value, isLittle);
    else new Uint8Array(view.buffer).set(latin1(value), at + 8);
  };
  new Uint8Array(view.buffer).set(latin1(isLittle ? 'II*\0' : 'MM\0*'));
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 2, isLittle);
  entry(10, 0x0132, 2, DATE.length, 38);
  entry(22, 0x8825, 4, 1, 60);
  new Uint8Array(view.buffer).set(latin1(DATE), 38);
  view.setUint16(60, 2, isLittle);
  entry(62, 1, 2, 2, PLACE);
  entry(74, 2, 5, 3, 92);
  for (const [index, number] of [49, 1, 17, 1, 30, 1].entries()) view.setUint32(92 + index * 4, number, isLittle);
  return new Uint8Array(view.buffer);
}

/** A picture of one pixel, with this between its head and its body. */
function jpeg(...segments: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const marked = segments.flatMap((segment) => [
    0xff,
    0xe1,
    (segment.length + 2) >> 8,
    (segment.length + 2) & 255,
    ...segment,
  ]);
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...marked, ...frame, 0xff, 0xd9]);
}

describe('a photo that says where it was taken', () => {
  it.each([true, false])(
    'no longer does, and keeps its date, its picture and its length (least byte first: %s)',
    (isLittle) => {
      const photo = jpeg(join(latin1('Exif\0\0'), exif(isLittle)));
      const kept = withoutPlace(photo, 'image/jpeg');
      expect(kept).toHaveLength(photo.length);
      const text = Buffer.from(kept).toString('latin1');
      expect(text).toContain(DATE);
      expect(text).not.toContain('\0\x31\0\0\0\x01');
      const at = text.indexOf(isLittle ? 'II*' : 'MM\0*');
      expect([...kept.subarray(at + 60, at + 116)].every((byte) => byte === 0)).toBe(true);
      expect([...kept.subarray(at + 140)]).toEqual([...photo.subarray(at + 140)]);
    },
  );

  it.each([
    ['points beyond its end', (view: DataView) => view.setUint32(82, 5_000)],
    ['claims more values than there are', (view: DataView) => view.setUint32(78, 900_000)],
    ['claims more entries than there are', (view: DataView) => view.setUint16(60, 400)],
  ])('no longer does where one thing in it %s', (_, breakIt) => {
    const block = exif(false);
    breakIt(new DataView(block.buffer));
    const text = Buffer.from(withoutPlace(jpeg(join(latin1('Exif\0\0'), block)), 'image/jpeg')).toString('latin1');
    expect(text).toContain(DATE);
    expect(text).not.toContain('N\0\0\0');
  });

  it('does not say it in XMP either', () => {
    const xmp =
      '<rdf exif:GPSLatitude="49,17.5N" dc:title="The sink"><exif:GPSLongitude>123,7W</exif:GPSLongitude></rdf>';
    const text = Buffer.from(withoutPlace(jpeg(latin1(xmp)), 'image/jpeg')).toString('latin1');
    expect(text).not.toMatch(/49|123/);
    expect(text).toContain('dc:title="The sink"');
  });

  it('is taken in without the place', async () => {
    const photo = jpeg(join(latin1('Exif\0\0'), exif(true)));
    const inspected = await inspectUpload(photo, 'sink.jpg');
    expect(inspected).toMatchObject({ ok: true, mime: 'image/jpeg' });
    expect('bytes' in inspected && inspected.bytes).toEqual(withoutPlace(photo, 'image/jpeg'));
  });

  it('is left alone, byte for byte, when it says nothing of a place', async () => {
    const photo = jpeg(latin1('Exif\0\0MM\0*'));
    expect(withoutPlace(photo, 'image/jpeg')).toBe(photo);
    expect(await inspectUpload(jpeg(), 'sink.jpg')).not.toHaveProperty('bytes');
    const letter = new Uint8Array(latin1('Exif\0\0II*\0 exif:GPSLatitude="1"'));
    expect(withoutPlace(letter, 'application/pdf')).toBe(letter);
  });

  it('nor does a video, in any of the ways in which phones write it there', () => {
    const said = [
      '\xa9xyz\0\x12\x15\xc7+49.2827-123.1207/',
      'ISO6709\0+49.2827-123.1207+010.123/',
      '-33.8688+151.2093+5.00CRSWGS_84/',
    ];
    const video = latin1(`\0\0\0\x18ftypmp42 moov ${said.join(' udta ')} mdat 49.2827 +1.5/2`);
    const text = Buffer.from(withoutPlace(video, 'video/mp4')).toString('latin1');
    expect(text).toHaveLength(video.length);
    expect(text).not.toMatch(/49\.2827-|123\.12|151\.|33\.8/);
    expect(text).toContain('\xa9xyz\0\x12\x15\xc7+00.0000-000.0000/');
    expect(text).toContain('mdat 49.2827 +1.5/2');
    const silent = latin1('\0\0\0\x18ftypmp42 moov');
    expect(withoutPlace(silent, 'video/mp4')).toBe(silent);
  });

  it('never grows, shrinks or breaks anything, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), fc.nat(160), (noise, isLittle, cut) => {
        const photo = jpeg(join(latin1('Exif\0\0'), exif(isLittle).subarray(0, cut), noise));
        const kept = withoutPlace(photo, 'image/jpeg');
        expect(kept).toHaveLength(photo.length);
        expect(kept.subarray(-15)).toEqual(photo.subarray(-15));
      }),
    );
  });
});
