import { readdirSync, readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Strategy } from '../../domain/strategy.ts';
import { StrategyFile } from './schema.ts';

const FOLDER = new URL('.', import.meta.url);
const FIRST_VERSION = 1;

let loaded: readonly Strategy[] | null = null;

/** The strategies that ship with the app, sorted by key; the folder is read once. Throws naming file, step and what was expected. */
export const loadStrategies = (): readonly Strategy[] => (loaded ??= readFolder());

const readFolder = (): readonly Strategy[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const strategy = parseStrategy(readFileSync(new URL(name, FOLDER), 'utf8'), name);
      if (`${strategy.key}.yaml` === name) return strategy;
      throw new Error(`${name}, key: expected the file's own name, got ${strategy.key}`);
    });

/** Reads one strategy file as version 1. Throws an Error with a line for each fault: file, step, field, what was expected. */
export const parseStrategy = (text: string, file: string): Strategy => {
  const content = readYaml(text, file);
  const read = StrategyFile.safeParse(content);
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${file}, ${where(content, issue)}`).join('\n'));
  return { ...read.data, version: FIRST_VERSION };
};

const readYaml = (text: string, file: string): unknown => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YAMLParseError) throw new Error(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
};

const where = (content: unknown, issue: z.core.$ZodIssue): string => {
  const [first, index, ...field] = issue.path;
  if (first !== 'steps' || typeof index !== 'number') return `${issue.path.join('.') || 'file'}: ${issue.message}`;
  return (
    [`step ${stepName(content, index)}`, ...(field.length > 0 ? [field.join('.')] : [])].join(', ') +
    `: ${issue.message}`
  );
};

/** The step's id as written, or its place when even that can't be read. */
const stepName = (content: unknown, index: number): string => {
  const named = z.object({ steps: z.array(z.object({ id: z.string() }).catch({ id: '' })) }).safeParse(content);
  const id = named.success ? named.data.steps[index]?.id : '';
  return id ? id : `number ${index + 1}`;
};
