import { readdirSync, readFileSync } from 'node:fs';
import { isFixed } from '../engine.ts';
import { takeApart, TEMPLATES } from '../source.ts';
import type { ShippedText, TextKind } from './text.ts';

const KINDS: readonly TextKind[] = ['messages', 'letters', 'scripts', 'partials'];

const textOf = (kind: TextKind, path: string): ShippedText => {
  const [language = '', ...rest] = path.split('/');
  const name = `${kind}/${path}`;
  const source = readFileSync(`${TEMPLATES}${name}.md`, 'utf8');
  return {
    name,
    kind,
    language,
    strategy: rest.length > 1 ? (rest[0] ?? null) : null,
    step: rest.at(-1) ?? '',
    purpose: kind === 'partials' ? '' : takeApart(`${name}.md`, source).purpose,
    source,
    fixed: isFixed(name),
  };
};

/** Every text that ships with the app: messages, letters, scripts, and the pieces that they share. */
export const SHIPPED: readonly ShippedText[] = KINDS.flatMap((kind) =>
  readdirSync(TEMPLATES + kind, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z]{2}\/.+\.md$/.test(file))
    .toSorted()
    .map((file) => textOf(kind, file.replace(/\.md$/, ''))),
);
