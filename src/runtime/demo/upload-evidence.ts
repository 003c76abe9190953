import { uploadDocument } from '../../app/documents/upload-document.ts';
import type { Effects } from '../../app/ports/effects.ts';
import type { Ports } from '../../app/ports/ports.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { createInspectUpload } from '../../effects/uploads/inspect-upload.ts';
import type { Story } from './story.ts';

const inspectUpload = createInspectUpload();

/** Puts a file into a case that looks like what people scan: a sheet with what they say it shows. Answers its id. */
export async function uploadEvidence(
  ports: Ports,
  effects: Effects,
  viewer: Extract<Viewer, { kind: 'user' }>,
  caseId: string,
  { language, papers }: Story,
  shows: string,
): Promise<string> {
  const at = ports.clock.now();
  const bytes = await effects.renderDocument(
    {
      template: 'letter',
      language,
      title: shows,
      reference: '—',
      issuedAt: at,
      issuedOn: at.slice(0, 10),
      parties: [],
      sections: [{ paragraphs: papers }],
      currency: 'CAD',
    },
    { ...effects.tribunal, name: { [language]: viewer.name }, address: {} },
  );
  const upload = { bytes, filename: `${shows}.pdf`, description: shows, openToTribunal: true };
  const outcome = await uploadDocument({ ...ports, inspectUpload }, viewer, caseId, upload, language);
  if (outcome?.kind === 'kept') return outcome.document.id;
  throw new Error(`${viewer.name} could not upload evidence: ${JSON.stringify(outcome)}`);
}
