/** What setting up asks of a machine. */
export interface SetUpHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
  readonly isRoot: boolean;
  exists(path: string): boolean;
  /** Whether a program starts and says its version. */
  works(program: string): boolean;
  /** Runs a command and answers its exit code. */
  run(command: string, args: readonly string[], env?: object, folder?: string): number;
  emptyFolder(folder: string): void;
  write(file: string, text: string): void;
}

export function findPrograms(
  host: SetUpHost,
  names?: readonly string[],
): {
  readonly env: Readonly<Record<string, string>>;
  readonly missing: readonly {
    readonly name: string;
    readonly startedBy: string;
    readonly text: string;
  }[];
};

/** Where a program is, by its variable or in the usual places; nothing is started or fetched. */
export function placeOf(name: string, host: Pick<SetUpHost, 'env' | 'exists'>): string;
