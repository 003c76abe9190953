import { resolve } from 'node:path';
import type { EntrySource } from '../../app/heads/head-walk.ts';
import type { RegistryEntry } from '../../app/registries/directory.ts';
import type { RegistryProblem } from '../../store/verify/registry-problem.ts';
import { dataFolder } from '../data-folder.ts';
import { downloadRegistry } from '../remote/download-registry.ts';
import { type OperatorClient, operatorClient } from '../remote/operator-client.ts';
import { uploadRegistry } from '../remote/upload-registry.ts';
import type { CliCommand, CliInvocation } from './cli-command.ts';
import { printHeads } from './print-heads.ts';
import { verifyHeads } from './verify-heads.ts';

type Deed = (
  client: OperatorClient,
  args: readonly string[],
  means: Pick<CliInvocation, 'print' | 'remark' | 'options' | 'dataFolder'>,
) => Promise<number>;

export const remoteCommand: CliCommand = {
  name: 'remote',
  operands: ['address', 'deed', 'argument…'],
  summary: 'Do something with a registry that runs on Cloudflare',
  details: [
    'The address is what people open, with a registry’s name behind it when it is not the first: https://tribunal.example.org/east. OPERATOR_SECRET is that of the Worker. The deeds:',
    '  roles <email> [role…]   give someone the roles named and no others',
    '  token <email>           print a bearer token for someone who has an account',
    '  registries              list the registries, and which take new cases',
    '  open-registry <name>    new cases go there from now on, or with --beside there too',
    '  close-registry <name>   no new case goes there',
    '  verify [heads…]         prove every journal, chain, case and row, and against files of signed heads',
    '  sign-heads              sign where the journals stand, with the key in the data folder here, to be kept',
    '  download <file>         copy the registry, frozen meanwhile, into a file that restore puts in place',
    '  upload <file>           bring a backup into a registry that nobody has used; goes on where it was broken off',
    '  bookmark [instant]      name a moment of the last 30 days, or this one',
    '  rewind <bookmark>       take the registry back to it; prints the bookmark that undoes that',
    '  freeze, thaw            write nothing, so that it can move; write again',
  ].join('\n'),
  switches: {
    beside: 'Share new cases with the registries that take them now',
    'stay-frozen': 'After download, write nothing any more: the registry moves away',
  },
  run({ operands: [address = '', name = '', ...args], ...means }) {
    const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
    if (!deed) throw new Error(`There is no deed "${name}"; there are ${Object.keys(DEEDS).join(', ')}`);
    return deed(operatorClient(address, process.env.OPERATOR_SECRET), args, means);
  },
};

const DEEDS: Readonly<Record<string, Deed>> = {
  async roles(client, [email, ...roles], { print }) {
    const user = await client.post<{ email: string; roles: string[] }>('/roles', { email, roles });
    print(`${user.email} ${user.roles.join(' ')}`.trim(), user);
    return 0;
  },
  async token(client, [email], { print }) {
    const issued = await client.post<{ token: string }>('/token', { email });
    print(issued.token, issued);
    return 0;
  },
  async registries(client, _, { print }) {
    const listed = await client.get<readonly RegistryEntry[]>('/registries');
    for (const { id, openedAt, takesNewCases } of listed) {
      const state = takesNewCases ? 'open' : 'closed';
      print([id, state, openedAt ?? 'from the beginning'].join('\t'), { registry: id, takesNewCases, openedAt });
    }
    return 0;
  },
  async 'open-registry'(client, [id], { print, options }) {
    const opened = await client.post('/registries', { id, beside: options.beside === true });
    print(`${id} takes new cases`, opened);
    return 0;
  },
  async 'close-registry'(client, [id], { print }) {
    const closed = await client.delete(`/registries/${id}`);
    print(`${id} takes no new cases`, closed);
    return 0;
  },
  verify,
  async 'sign-heads'(client, _, { print, dataFolder: path }) {
    await printHeads(dataFolder(path).headKeys, [entriesThere(client)], print);
    return 0;
  },
  async download(client, args, { print, remark, options }) {
    const file = resolve(fileOf(args));
    const { state } = await client.get<{ state: { kind: string } }>('/state');
    if (state.kind === 'open') await client.post('/freeze');
    try {
      const { rows, files, missing } = await downloadRegistry(client, file);
      print(file, { file, rows, files, missing });
      for (const sha256 of missing) remark(`the file ${sha256} is missing from the bucket`);
      return missing.length > 0 ? 1 : 0;
    } finally {
      if (state.kind === 'open' && options['stay-frozen'] !== true) await client.post('/thaw');
    }
  },
  async upload(client, args, { print, remark }) {
    const { rows, files, missing } = await uploadRegistry(client, resolve(fileOf(args)));
    print(`${rows} rows, ${files} files`, { rows, files, missing });
    for (const sha256 of missing) remark(`the file ${sha256} is not in the backup`);
    return missing.length > 0 ? 1 : 0;
  },
  async bookmark(client, [at], { print }) {
    const found = await client.get<{ bookmark: string }>(`/bookmark${at ? `?at=${encodeURIComponent(at)}` : ''}`);
    print(found.bookmark, found);
    return 0;
  },
  async rewind(client, [bookmark], { print }) {
    const rewound = await client.post<{ undo: string }>('/rewind', { bookmark });
    print(rewound.undo, rewound);
    return 0;
  },
  async freeze(client) {
    await client.post('/freeze');
    return 0;
  },
  async thaw(client) {
    await client.post('/thaw');
    return 0;
  },
};

interface Verified {
  readonly verified: number;
  readonly problems: readonly RegistryProblem[];
  readonly next: string | null;
}

async function verify(
  client: OperatorClient,
  files: readonly string[],
  { print, remark, dataFolder: path }: Parameters<Deed>[2],
): Promise<number> {
  const kept = { files, keysFile: dataFolder(path).headKeys };
  const { heads, ...found } = await verifyHeads(kept, [entriesThere(client)], print);
  let [cases, problems] = [0, found.problems];
  for (let after: string | null = ''; after !== null; ) {
    const page: Verified = await client.get<Verified>(`/verified?after=${after}`);
    for (const problem of page.problems)
      print([problem.kind, problem.caseId || '-', problem.detail].join('\t'), problem);
    cases += page.verified;
    problems += page.problems.length;
    after = page.next;
  }
  const against = files.length > 0 ? ` against ${heads} signed heads` : '';
  remark(`verified ${cases} cases${against}: ${problems} problems`);
  return problems > 0 ? 1 : 0;
}

function entriesThere(client: OperatorClient): EntrySource {
  return { registry: client.registry, entryHashes: (after) => client.get(`/entry-hashes?after=${after}`) };
}

function fileOf([file]: readonly string[]): string {
  if (file === undefined) throw new Error('The file is missing');
  return file;
}
