/** What a command is given. */
export interface CliInvocation {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** The data folder, from `PARLEY_DATA`. */
  readonly dataFolder: string;
  /**
   * Prints one thing: a line of text, or with `--json` a line of JSON.
   *
   * @param text for people
   * @param value the same for programs
   */
  print(text: string, value: unknown): void;
  /** For people alone, beside the output: on standard error. */
  remark(text: string): void;
}

/** A command of the command line. */
export interface CliCommand {
  readonly name: string;
  /** Names of what it must be given, in order; the last may end in `…` for any number. */
  readonly operands: readonly string[];
  readonly summary: string;
  /** Said by `--help` of the command. */
  readonly details: string;
  /** Switches of its own, beside `--json` and `--help`. */
  readonly switches?: Readonly<Record<string, string>>;
  /** 0 when all is well. Throws an Error whose message says what to do. */
  run(invocation: CliInvocation): Promise<number>;
}
