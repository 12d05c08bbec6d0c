import { readConfig } from '../prisma/config.ts';
import { makeSearchAttributes } from './cluster.ts';
import { prepareDatabase } from './database.ts';

// Once per release, before the API and the worker start: on any PostgreSQL and any Temporal cluster, as often as one likes.
await prepareDatabase(readConfig(process.env).databaseUrl, false);
await makeSearchAttributes(process.env);
console.log('The database and the search attributes are ready.');
