import { describe, expect, it } from 'vitest';
import { CASE, EVIDENCE_DISPUTE, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor, type Seen, type Visitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const HERE = `/cases/${CASE}/evidence`;
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const photo = (name: string) => new File([PNG], name);
const letter = (text: string, name = `${text}.txt`) => new File([text], name);
const HOSTILE = '<script>alert(1)</script> \u202egnp.exe \u{1f4a5}';

const talking = () => aWeb({ happenings: STORY.negotiation, process: EVIDENCE_DISPUTE });

async function signedIn(web: TestWeb, name: 'ada' | 'ben' | 'mia' | 'fay' | 'rita' | 'nora'): Promise<Visitor> {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`, '/cases');
  return visitor;
}

/** Chooses files; the page that then asks what they show, or says what is wrong. */
async function uploads(visitor: Visitor, ...files: File[]): Promise<Seen> {
  return visitor.send(await visitor.get(`${HERE}/add`), { files });
}

/** The names of the controls in which descriptions are asked for, in order. */
const descriptions = ({ html }: Seen) => [...html.matchAll(/name="([^"]+_description)"/g)].map(([, name = '']) => name);
const all = (page: Seen, text: string) => Object.fromEntries(descriptions(page).map((name) => [name, text]));

describe('adding evidence', () => {
  it('takes many files at once, then asks what each shows, and gives them numbers', async () => {
    const ada = await signedIn(await talking(), 'ada');
    const asked = await uploads(ada, photo('sink.png'), letter('The lease', 'lease.txt'));
    expect(asked.path).toBe(`${HERE}/describe`);
    expect(asked.text).toContain('sink.png');
    const names = descriptions(asked);
    expect(names).toHaveLength(2);
    const [first = '', second = ''] = names;
    const done = await ada.send(asked, { [first]: 'The broken sink.', [second]: 'Our lease.' });
    expect(done.path).toBe(`${HERE}?added=A-1%2CA-2`);
    expect(done.text).toContain('Now in evidence: A-1, A-2');
    expect(done.text).toContain('A-1 · The broken sink.');
    expect(done.html).toContain(`<img class="thumb" src="${HERE}/files/`);
  });

  it('says of each file that it cannot take why, beside its name, and loses none of the others', async () => {
    const ada = await signedIn(await talking(), 'ada');
    const page = await uploads(ada, photo('good.png'), letter('<html>', 'bad.html'), new File([], 'empty.png'));
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/bad\.html: We cannot take bad\.html/);
    expect(page.text).toMatch(/empty\.png: empty\.png is empty/);
    expect(page.text).toMatch(/good\.png It is here/);
    const asked = await ada.get(`${HERE}/describe`);
    expect(descriptions(asked)).toHaveLength(1);
  });

  it('keeps uploaded files and what was typed of them until they are in evidence', async () => {
    const web = await talking();
    const ada = await signedIn(web, 'ada');
    const asked = await uploads(ada, photo('a.png'), letter('b'));
    const [first = '', second = ''] = descriptions(asked);
    const long = 'x'.repeat(100_000);
    const wrong = await ada.send(asked, { [first]: 'A photo.', [second]: long });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Now in evidence: A-1');
    const later = await signedIn(web, 'ada');
    const kept = await later.get(`${HERE}/describe`);
    expect(kept.html).toContain(long);
    expect((await later.get(HERE)).text).toContain('One file that you uploaded is not in evidence yet');
    const done = await later.send(kept, { [second]: 'A letter.' });
    expect(done.text).toContain('A-2 · A letter.');
  });

  it('shows nobody else what waits for its description', async () => {
    const web = await talking();
    const [ada, ben, fay] = [await signedIn(web, 'ada'), await signedIn(web, 'ben'), await signedIn(web, 'fay')];
    await uploads(ada, photo('secret.png'));
    for (const other of [ben, fay]) expect((await other.get(HERE)).text).not.toContain('secret');
    expect((await ben.get(`${HERE}/describe`)).path).toBe(`${HERE}/add`);
  });

  it('lets a file be taken back before it is in evidence: it takes no room any more', async () => {
    const web = await talking();
    const ada = await signedIn(web, 'ada');
    const page = await ada.get(`${HERE}/add`);
    const files = [photo('a.png'), letter('b')];
    const asked = await ada.send(page, { files });
    const id = (descriptions(asked)[0] ?? '').replace('_description', '');
    const left = await ada.send(asked, { ...all(asked, 'Typed.'), _remove: id });
    expect(descriptions(left)).toHaveLength(1);
    expect(left.html).toContain('value="Typed."');
    expect((await ada.get(HERE)).text).toContain('Nothing yet');
    const held = () => web.tribunal.registry.read((reads) => reads.uploaded(CASE, PARTIES.ada));
    expect(held()).toMatchObject({ files: 1, takenOff: { files: 1 } });
    // From the page before, with the very same form.
    expect(descriptions(await ada.send(page, { files }))).toHaveLength(2);
    expect(held()).toMatchObject({ files: 2, takenOff: { files: 0 } });
  });

  it('notices a file that is in evidence already', async () => {
    const ada = await signedIn(await talking(), 'ada');
    const asked = await uploads(ada, photo('sink.png'));
    await ada.send(asked, all(asked, 'The sink.'));
    const again = await uploads(ada, photo('the same.png'));
    expect(again.text).toContain('the same.png: This is the same file as A-1');
  });

  it('files each once, however often it is sent, from however many tabs', async () => {
    const ada = await signedIn(await talking(), 'ada');
    const asked = await uploads(ada, photo('a.png'), letter('b'));
    const [once, twice] = await Promise.all([ada.send(asked, all(asked, 'x')), ada.send(asked, all(asked, 'x'))]);
    expect([once.status, twice.status]).toEqual([200, 200]);
    const { text } = await ada.get(HERE);
    expect(text).toContain('A-2');
    expect(text).not.toContain('A-3');
  });

  it('says until when, and afterwards that it is too late', async () => {
    const late = await signedIn(await aWeb({ happenings: STORY.toDecision, process: EVIDENCE_DISPUTE }), 'ada');
    const page = await late.get(HERE);
    expect(page.text).toContain('Evidence is closed.');
    expect(page.text).toContain('write to the tribunal');
    expect((await late.get(`${HERE}/add`)).path).toBe(HERE);
  });

  it('says what to do when nothing was chosen', async () => {
    const ada = await signedIn(await talking(), 'ada');
    const page = await ada.send(await ada.get(`${HERE}/add`));
    expect([page.status, page.text.includes('Choose a file first')]).toEqual([422, true]);
  });
});

describe('evidence that came on paper', () => {
  it('is added by the registry for the party that sent it, which the page says', async () => {
    const web = await talking();
    const rita = await signedIn(web, 'rita');
    expect((await rita.get(HERE)).html).toContain(`href="${HERE}/paper"`);
    const asked = await rita.get(`${HERE}/paper`);
    expect(asked.text).toMatch(/Ada .*applicant.* Ben .*respondent/i);
    expect((await rita.get(`${HERE}/add`)).text).toContain('Choose whose evidence it is');
    const adding = await rita.get(`${HERE}/add?for=${PARTIES.ben}`);
    const describing = await rita.send(adding, { files: [photo('letter.png')] });
    expect(describing.path).toBe(`${HERE}/describe?for=${PARTIES.ben}`);
    expect((await rita.get(HERE)).text).toContain('One file that you uploaded is not in evidence yet');
    const done = await rita.send(describing, all(describing, HOSTILE));
    expect(done.text).toContain('Now in evidence: R-1');
    for (const name of ['ada', 'ben', 'mia'] as const) {
      const seen = await (await signedIn(web, name)).get(`${HERE}/R-1`);
      expect(seen.text).toMatch(/Added by RITA \(registrar\), for Ben Okri/);
    }
  });

  it('is then the party’s own, to correct and to withdraw', async () => {
    const web = await talking();
    const rita = await signedIn(web, 'rita');
    const describing = await rita.send(await rita.get(`${HERE}/add?for=${PARTIES.ben}`), { files: [photo('a.png')] });
    await rita.send(describing, all(describing, 'A leter.'));
    const ben = await signedIn(web, 'ben');
    const page = await ben.get(`${HERE}/R-1/describe`);
    expect((await ben.send(page, { description: 'A letter.' })).text).toMatch(/What it said before .*A leter\./);
    expect((await rita.get(`${HERE}/R-1/describe`)).path).toBe(`${HERE}/R-1`);
  });

  it('is added by nobody else, for nobody who is not in the case, and not when it is too late', async () => {
    const web = await talking();
    for (const name of ['ada', 'ben', 'fay', 'mia'] as const) {
      const visitor = await signedIn(web, name);
      expect([name, (await visitor.get(`${HERE}/paper`)).path]).toEqual([name, HERE]);
      expect([name, (await visitor.get(`${HERE}/add?for=${PARTIES.ada}`)).path]).toEqual([name, HERE]);
    }
    expect((await (await signedIn(web, 'nora')).get(`${HERE}/paper`)).status).toBe(404);
    const rita = await signedIn(web, 'rita');
    expect((await rita.get(`${HERE}/add?for=nobody`)).path).toBe(HERE);
    const late = await signedIn(await aWeb({ happenings: STORY.toDecision, process: EVIDENCE_DISPUTE }), 'rita');
    expect((await late.get(`${HERE}/paper`)).path).toBe(HERE);
  });
});

describe('evidence that is there', () => {
  async function withOne(web: TestWeb, file: File, description = 'The sink.') {
    const ada = await signedIn(web, 'ada');
    const asked = await uploads(ada, file);
    await ada.send(asked, all(asked, description));
    return ada;
  }

  it('is shown to both sides and the tribunal, pictures in place and texts as text', async () => {
    const web = await talking();
    const ada = await withOne(web, photo('sink.png'));
    const asked = await uploads(ada, letter('Note: 5 < 6 & \u202egnp.exe', 'note.txt'));
    await ada.send(asked, all(asked, HOSTILE));
    for (const name of ['ben', 'mia', 'fay', 'rita'] as const) {
      const visitor = await signedIn(web, name);
      const page = await visitor.get(`${HERE}/A-1`);
      const [, src = ''] = /<img class="exhibit" src="([^"]+)"/.exec(page.html) ?? [];
      const picture = await visitor.get(src);
      expect([name, picture.status, picture.headers.get('content-type')]).toEqual([name, 200, 'image/png']);
      expect(picture.headers.get('content-security-policy')).toContain('sandbox');
      expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
      expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
    }
    const note = await ada.get(`${HERE}/A-2`);
    expect(note.html).not.toContain('<script>alert');
    expect(note.html).toContain('Note: 5 &lt; 6 &amp; gnp.exe');
  });

  it('does not exist for strangers, nor in another case, nor as a picture when it is none', async () => {
    const web = await talking();
    const ada = await withOne(web, letter('not a picture'));
    const { html } = await ada.get(`${HERE}/A-1`);
    const [, document = ''] = /documents\/([^"]+)"/.exec(html) ?? [];
    const nora = await signedIn(web, 'nora');
    for (const path of [HERE, `${HERE}/A-1`, `${HERE}/add`, `${HERE}/files/${document}`, `${HERE}/A-1/withdraw`])
      expect([path, (await nora.get(path)).status]).toEqual([path, 404]);
    for (const path of [`${HERE}/A-9`, `${HERE}/files/${document}`, `/cases/elsewhere/evidence/A-1`])
      expect([path, (await ada.get(path)).status]).toEqual([path, 404]);
  });

  it('is replaced by another file under its number, and the earlier one stays', async () => {
    const web = await talking();
    const ada = await withOne(web, photo('dark.png'));
    const page = await ada.get(`${HERE}/A-1/replace`);
    expect(page.html).toContain('value="The sink."');
    const nothing = await ada.send(page, { description: 'The sink, lit.' });
    expect(nothing.status).toBe(422);
    const done = await ada.send(page, { file: letter('lit'), description: 'The sink, lit.' });
    expect(done.path).toBe(`${HERE}/A-1`);
    expect(done.text).toContain('Version 2');
    const ben = await signedIn(web, 'ben');
    expect((await ben.get(`${HERE}/A-1`)).text).toMatch(/Earlier versions .*Version 1 · dark\.png/);
  });

  it('is corrected without another file, and everyone reads what it said before', async () => {
    const web = await talking();
    const ada = await withOne(web, photo('sink.png'), 'The sinc.');
    const page = await ada.get(`${HERE}/A-1/describe`);
    expect(page.html).toContain('value="The sinc."');
    const same = await ada.send(page, { description: 'The sinc.' });
    expect([same.status, same.text.includes('This is how it is already')]).toEqual([422, true]);
    const [first, second] = await Promise.all([1, 2].map(() => ada.send(page, { description: HOSTILE })));
    expect([first?.path, second?.path]).toEqual([`${HERE}/A-1`, `${HERE}/A-1`]);
    const ben = await signedIn(web, 'ben');
    const seen = await ben.get(`${HERE}/A-1`);
    expect(seen.text).toMatch(/Description corrected .*What it said before .*The sinc\. until .*changed by Ada/);
    expect(seen.html).not.toContain('<script>alert');
    expect((await ben.get(HERE)).text).toContain('Description corrected');
    const long = await ada.send(await ada.get(`${HERE}/A-1/describe`), { description: 'x'.repeat(100_000) });
    expect(long.status).toBe(422);
  });

  it('is withdrawn after a question, and then opened by its own side alone', async () => {
    const web = await talking();
    const ada = await withOne(web, photo('child.png'));
    const page = await ada.get(`${HERE}/A-1/withdraw`);
    const done = await ada.send(page, { reason: 'It shows my child.' });
    expect(done.text).toContain('Withdrawn');
    const ben = await signedIn(web, 'ben');
    const seen = await ben.get(`${HERE}/A-1`);
    expect(seen.text).toContain('It shows my child.');
    expect(seen.html).not.toContain('child.png');
    expect(seen.html).not.toContain('/files/');
    expect((await ada.get(`${HERE}/A-1/withdraw`)).path).toBe(`${HERE}/A-1`);
  });

  it('is nobody else’s to change', async () => {
    const web = await talking();
    await withOne(web, photo('sink.png'));
    for (const name of ['ben', 'fay', 'rita', 'mia'] as const) {
      const visitor = await signedIn(web, name);
      for (const step of ['replace', 'describe', 'withdraw'])
        expect((await visitor.get(`${HERE}/A-1/${step}`)).path).toBe(`${HERE}/A-1`);
      expect((await visitor.post(`${HERE}/A-1/withdraw`)).path).toBe(`${HERE}/A-1`);
    }
    const ben = await signedIn(web, 'ben');
    expect((await ben.get(`${HERE}/A-1`)).text).not.toContain('Withdraw');
  });
});
