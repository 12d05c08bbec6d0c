import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/** PostgreSQL's internal one-byte type "char", in which its catalogue keeps what kind a thing is, and arrays of it. */
const CHAR = 18;
const CHAR_ARRAY = 1002;

/**
 * @prisma/adapter-pg 7.10 refuses columns of type "char", so a schema can't be read back through it. They pass as
 * arrays, which no query of the schema engine asks for, and get their own type again behind the adapter.
 */
export const introspectableAdapter = (pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory => {
  const factory = new PrismaPg(disguised(pool));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return factory;
};

const disguised = (pool: pg.Pool): pg.Pool => {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>;
  const disguise = async (...args: unknown[]): Promise<pg.QueryArrayResult> => {
    const result = await query(...args);
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
    return result;
  };
  return Object.assign(pool, { query: disguise });
};
