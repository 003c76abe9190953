import { jsonPointer } from '../../json-pointer.ts';
import { DOCUMENT_TEMPLATES, NOTICE_TEMPLATES } from '../../templates.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** Every notice and document names roles, templates, documents and forms that exist. */
export const checkNoticeReferences: Rule = (view) => [...checkNotices(view), ...checkDocuments(view)];

function checkNotices(view: CheckedDefinition): Problem[] {
  const { roles, documents } = view.names;
  return Object.entries(view.definition.notices).flatMap(([name, notice]) => {
    const path = jsonPointer('notices', name);
    const where = `The notice “${name}”`;
    return [
      ...notice.to.flatMap((role, index) =>
        roles.has(role)
          ? []
          : [unknownName('unknown-role', `${path}/to/${index}`, { where, what: 'role', name: role, known: roles })],
      ),
      ...checkTemplate(path, where, notice.template, NOTICE_TEMPLATES),
      ...(notice.attach ?? []).flatMap((document, index) =>
        documents.has(document)
          ? checkAttached(view, name, document, `${path}/attach/${index}`)
          : [
              unknownName('unknown-document', `${path}/attach/${index}`, {
                where,
                what: 'document',
                name: document,
                known: documents,
              }),
            ],
      ),
    ];
  });
}

/** What only the tribunal may read is not mailed to parties. */
function checkAttached(view: CheckedDefinition, notice: string, document: string, path: string): Problem[] {
  const access = view.definition.documents[document]?.access;
  const party = view.definition.notices[notice]?.to.find((role) => view.partyRoles.includes(role));
  if (party === undefined || access === undefined || access === 'case') return [];
  const message = `The notice “${notice}” goes to “${party}” with the document “${document}”, which only the tribunal may read.`;
  return [error('sealed-shown', path, message, 'Give the document "access": "case", or do not attach it.')];
}

function checkDocuments(view: CheckedDefinition): Problem[] {
  const { forms } = view.names;
  return Object.entries(view.definition.documents).flatMap(([name, document]) => {
    const path = jsonPointer('documents', name);
    const where = `The document “${name}”`;
    return [
      ...checkTemplate(path, where, document.template, DOCUMENT_TEMPLATES),
      ...(document.sections ?? []).flatMap(({ form }, index) =>
        form === undefined || forms.has(form)
          ? []
          : [
              unknownName('unknown-form', `${path}/sections/${index}/form`, {
                where,
                what: 'form',
                name: form,
                known: forms,
              }),
            ],
      ),
    ];
  });
}

function checkTemplate(path: string, where: string, template: string, known: readonly string[]): Problem[] {
  if (known.includes(template)) return [];
  return [unknownName('unknown-template', `${path}/template`, { where, what: 'template', name: template, known })];
}
