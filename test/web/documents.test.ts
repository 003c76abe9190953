import { describe, expect, it } from 'vitest';
import { attachmentHeader } from '../../src/web/requests/attachment-header.ts';
import { CASE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aWeb, type Name } from './a-web.ts';
import { form, receipt, status, upload, uploads } from './an-upload.ts';

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

function twice(name: string, part: string | File): FormData {
  const data = form({ file: new File(['x'], 'x.txt'), description: 'The wall.' });
  if (typeof part === 'string') data.append(name, part);
  else data.append(name, part);
  return data;
}
describe('evidence', () => {
  it('comes back byte for byte, as an attachment that no browser opens', async () => {
    const web = await aWeb();
    const body = form({
      file: new File([PNG], 'La cuisine (après).png', { type: 'text/html' }),
      description: 'The sink',
    });
    const { response, document } = await upload(web, 'ada', body);
    expect(response.status).toBe(201);
    expect(document).toMatchObject({
      title: 'The sink',
      mime: 'image/png',
      party: PARTIES.ada,
      readers: 'caucus',
      isReady: true,
    });
    const download = await web.as('ada', 'GET', response.headers.get('location') ?? '');
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(PNG);
    expect(download.headers.get('content-type')).toBe('image/png');
    expect(download.headers.get('content-length')).toBe(String(PNG.byteLength));
    expect(download.headers.get('content-disposition')).toMatch(
      /^attachment; filename="La cuisine .*"; filename\*=UTF-8''La%20cuisine%20/,
    );
    expect(download.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
    );
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says of a text in which letters it is', async () => {
    const web = await aWeb();
    const { document } = await upload(web, 'ada', receipt());
    const { headers } = await web.as('ada', 'GET', `/api/v1/documents/${document.id}`);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('can be asked about without its bytes', async () => {
    const web = await aWeb();
    const { document } = await upload(web, 'ada', receipt());
    const head = await web.as('ada', 'HEAD', `/api/v1/documents/${document.id}`);
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
  });

  it('is for the uploader and the facilitator until it is filed, so that nothing for an offer passes by the member', async () => {
    const web = await aWeb();
    const { document } = await upload(web, 'ada', receipt());
    const readers: Record<string, number> = {};
    for (const name of ['ada', 'hana', 'fay', 'ben', 'mia', 'rita', 'nora'] as Name[])
      readers[name] = await status(web, name, document.id);
    expect(readers).toEqual({ ada: 200, hana: 200, fay: 200, ben: 404, mia: 404, rita: 404, nora: 404 });
    const seen = await (await web.as('mia', 'GET', uploads)).json();
    expect(JSON.stringify(seen)).not.toContain(document.id);
  });

  it('is open to the tribunal at once when the uploader says so', async () => {
    const web = await aWeb();
    const { document } = await upload(web, 'ada', receipt({ readers: 'tribunal' }));
    expect([await status(web, 'mia', document.id), await status(web, 'rita', document.id)]).toEqual([200, 200]);
    expect(await status(web, 'ben', document.id)).toBe(404);
  });

  it('of a helper is the party’s; of the registry is the tribunal’s', async () => {
    const web = await aWeb();
    expect((await upload(web, 'hana', receipt())).document).toMatchObject({ party: PARTIES.ada });
    const { document } = await upload(web, 'rita', receipt());
    expect(document).toMatchObject({ readers: 'tribunal' });
    expect([await status(web, 'ada', document.id), await status(web, 'mia', document.id)]).toEqual([404, 200]);
  });

  it('can be uploaded by nobody who may not act in the case', async () => {
    const web = await aWeb();
    for (const name of ['nora', 'flo', 'max'] as Name[])
      expect((await upload(web, name, receipt())).response.status, name).toBe(404);
  });

  it('is not taken any more when the case is closed', async () => {
    const web = await aWeb({ happenings: STORY.decided });
    const { status: stands } = (await (await web.as('ada', 'GET', `/api/v1/cases/${CASE}`)).json()) as {
      status: string;
    };
    const { response, document } = await upload(web, 'ada', receipt());
    expect(stands === 'closed' ? [422, 'CaseClosed'] : [201, undefined]).toEqual([response.status, document.reason]);
  });
});

describe('a file', () => {
  it.each([
    ['FileEmpty', new File([], 'empty.txt')],
    ['FileKindNotAllowed', new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'setup.pdf')],
    ['FileNameMisleading', new File([PNG], 'photo.pdf')],
    ['FileKindNotAllowed', new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], 'drawing.svg')],
  ])('is refused by what it is: %s', async (reason, file) => {
    const web = await aWeb();
    const { response, document } = await upload(web, 'ada', form({ file }));
    expect(response.status).toBe(422);
    expect([reason, 'FileNameMisleading']).toContain(document.reason);
    expect(document).toMatchObject({ errors: [{ path: 'file' }] });
  });

  it('is taken off by its uploader alone, and not once others could read it', async () => {
    const web = await aWeb();
    const { document } = await upload(web, 'ada', receipt());
    const here = `/api/v1/documents/${document.id}`;
    const off = async (name: Name, path = here) => {
      const response = await web.as(name, 'DELETE', path);
      return response.status === 204 ? 204 : ((await response.json()) as { reason: string }).reason;
    };
    for (const name of ['ben', 'mia', 'rita', 'nora'] as const) expect(await off(name), name).toBe('NotFound');
    for (const name of ['hana', 'fay'] as const) expect(await off(name), name).toBe('NotYours');
    expect([await off('ada'), await off('ada')]).toEqual([204, 'NotFound']);
    expect(await status(web, 'ada', document.id)).toBe(404);
    expect(await (await web.as('ada', 'GET', uploads)).text()).not.toContain(document.id);
    const open = await upload(web, 'ada', receipt({ readers: 'tribunal' }));
    expect(await off('ada', `/api/v1/documents/${open.document.id}`)).toBe('AlreadyFiled');
  });

  it('is one of few at once for one person: more are held in no memory', async () => {
    const web = await aWeb();
    const several = await Promise.all(Array.from({ length: 7 }, () => upload(web, 'ada', receipt())));
    const statuses = several.map(({ response }) => response.status).toSorted();
    expect(statuses).toEqual([201, 201, 201, 201, 429, 429, 429]);
    expect((await upload(web, 'ada', receipt())).response.status).toBe(201);
  });

  it.each<[string, FormData]>([
    ['file', form({ description: 'nothing' })],
    ['file', form({ file: 'text' })],
    ['file', twice('file', new File(['y'], 'y.txt'))],
    ['description', twice('description', 'The sink.')],
    ['audience', form({ file: new File(['x'], 'x.txt'), audience: 'case' })],
    ['readers', form({ file: new File(['x'], 'x.txt'), readers: 'everyone' })],
    ['description', form({ file: new File(['x'], 'x.txt'), description: 'x'.repeat(301) })],
  ])('that does not come in the right form is refused, naming the part: %s', async (path, body) => {
    const web = await aWeb();
    const { response, document } = await upload(web, 'ada', body);
    expect(response.status).toBe(400);
    expect((document.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it('that comes as anything but a form is refused', async () => {
    const web = await aWeb();
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const options = { body: '{}', headers: { 'content-type': type } };
      expect((await web.as('ada', 'POST', uploads, options)).status, type).toBe(415);
    }
    const broken = { body: 'nonsense', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    expect((await web.as('ada', 'POST', uploads, broken)).status).toBe(400);
  });
});

describe('a document of the tribunal', () => {
  it('that is still being made says when to ask again', async () => {
    const web = await aWeb({ happenings: STORY.decided });
    const { items } = (await (await web.as('ada', 'GET', uploads)).json()) as {
      items: { id: string; isReady: boolean }[];
    };
    const pending = items.find(({ isReady }) => !isReady);
    const response = await web.as('ada', 'GET', `/api/v1/documents/${pending?.id}`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
    expect(await response.json()).toMatchObject({ reason: 'DocumentNotReady' });
  });
});

describe('the name of an attachment', () => {
  it('cannot end the header or start another', () => {
    expect(attachmentHeader('a"b\r\nX-Evil: 1.pdf')).toBe(
      `attachment; filename="a_b__X-Evil_ 1.pdf"; filename*=UTF-8''a%22b%0D%0AX-Evil%3A%201.pdf`,
    );
    expect(attachmentHeader('(reçu)*.pdf')).toContain("filename*=UTF-8''%28re%C3%A7u%29%2A.pdf");
    expect(attachmentHeader('\ud800')).toContain('filename="_"');
  });
});
