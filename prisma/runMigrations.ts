import { readConfig } from './config.ts';
import { migrate } from './migrate.ts';

const applied = await migrate(readConfig(process.env).databaseUrl);
console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
