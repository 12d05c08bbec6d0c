import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { withProgress } from './progress.ts';
import { registerSearchAttributes, SEARCH_ATTRIBUTES } from './temporal/searchAttributes.ts';

/** Makes the search attributes on whatever cluster the environment names, as the API and the worker will reach it. */
export const makeSearchAttributes = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({
    overrideEnvVars: withoutGaps(environment),
  });
  const connection = await withProgress('Connecting to Temporal', () => Connection.connect(connectionOptions)).catch(
    (error: Error) => {
      throw new Error(`Temporal does not answer at ${connectionOptions.address}: ${error.message}`, { cause: error });
    },
  );
  try {
    await registerSearchAttributes(connection, namespace);
  } catch (error) {
    const wanted = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => `--name ${name} --type ${type}`);
    throw new Error(
      `The search attributes can't be made in namespace ${namespace} (${(error as Error).message}); make them yourself:\n` +
        wanted.map((each) => `  temporal operator search-attribute create ${each}`).join('\n'),
      { cause: error },
    );
  } finally {
    await connection.close();
  }
};

const withoutGaps = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
