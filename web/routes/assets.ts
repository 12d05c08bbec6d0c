import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const require = createRequire(import.meta.url);
const web = fileURLToPath(new URL('..', import.meta.url));

/** In the order in which later rules count. */
const STYLES = [
  'base',
  'parts',
  'frame',
  'forms',
  'notes',
  'today',
  'card',
  'talk',
  'invoice',
  'texts',
  'narrow',
  'print',
];

/** Style, script and mark, from this origin only. */
export const assets = (): Router => {
  const router = Router();
  const style = STYLES.map((name) => readFileSync(path.join(web, 'style', `${name}.css`), 'utf8')).join('\n');
  const files = {
    'keys.js': path.join(web, 'assets/keys.js'),
    'texts.js': path.join(web, 'assets/texts.js'),
    'mark.svg': path.join(web, 'assets/mark.svg'),
    'htmx.js': require.resolve('htmx.org/dist/htmx.min.js'),
  };
  router.get(
    '/desk/desk.css',
    (_request, response) => void response.set('Cache-Control', 'max-age=300').type('css').send(style),
  );
  for (const [name, file] of Object.entries(files))
    router.get(`/desk/${name}`, (_request, response) => response.sendFile(file, { maxAge: '5m', dotfiles: 'allow' }));
  return router;
};
