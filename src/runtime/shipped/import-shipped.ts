import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { jsonFiles } from './json-files.ts';
import { type ImportPorts, publishShipped, type Remark } from './publish-shipped.ts';
import { shippedCalendars } from './shipped-calendars.ts';

/** Brings the calendars and workflows of the checkout into a registry, as `publishShipped` says. */
export function importShipped(ports: ImportPorts, mode: 'demo' | 'production', remark: Remark): Promise<void> {
  return publishShipped(ports, { calendars: shippedCalendars(), workflows: shippedWorkflows() }, mode, remark);
}

/** The workflows that come with the program. */
export function shippedWorkflows() {
  const folder = join(projectRoot(), 'workflows');
  return jsonFiles(folder).map((name) => ({
    id: name.replace(/\.json$/, ''),
    json: readFileSync(join(folder, name), 'utf8'),
  }));
}
