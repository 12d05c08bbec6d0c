import { installDependencies } from './dependencies.mjs';

// What the checks need besides packages: the generated database client.
await installDependencies();
const { register } = await import('tsx/esm/api');
register();
const { generatePrismaClient } = await import('./prismaClient.ts');
await generatePrismaClient();
