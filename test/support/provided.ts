/** What the global set-up hands to the test files. */
declare module 'vitest' {
  export interface ProvidedContext {
    readonly adminUrl: string;
    readonly templateDatabase: string;
    readonly temporalAddress: string;
    readonly testServerPath: string;
    /** Empty as long as there are no workflows. */
    readonly workflowBundlePath: string;
  }
}
export {};
