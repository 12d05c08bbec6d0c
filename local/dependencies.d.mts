type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>> };

export function installDependencies(): Promise<void>;
export function isInstalled(wanted: Lock, there: Lock | undefined): boolean;
