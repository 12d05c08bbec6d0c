import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { lastLines, run } from '../run.ts';
import type { Cell } from './cell.ts';
import { fileName } from './files.ts';

/** How an e-mail is looked at: on a phone and on a desk, by day and by night. */
export const LOOKS = [
  { key: 'narrow-light', width: 375, colorScheme: 'light' },
  { key: 'narrow-dark', width: 375, colorScheme: 'dark' },
  { key: 'wide-light', width: 800, colorScheme: 'light' },
  { key: 'wide-dark', width: 800, colorScheme: 'dark' },
] as const;

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Takes pictures of all e-mails, with this machine's Chromium (CHROMIUM_PATH names another). */
export const photographMessages = async (folder: string, cells: readonly Cell[]): Promise<void> => {
  const { chromium } = await import('playwright-core');
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser: Browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    for (const { key, width, colorScheme } of LOOKS) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
      for (const cell of cells.filter(({ html }) => html !== null)) {
        await page.goto(pathToFileURL(path.join(folder, fileName(cell, '.html'))).href);
        await page.screenshot({ path: path.join(folder, fileName(cell, `.${key}.png`)), fullPage: true });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
};

/** Prints all letters with LibreOffice in one call and takes a picture of each page: `….docx` → `….1.png`, `….2.png`. */
export const photographLetters = async (folder: string): Promise<void> => {
  const letters = (await readdir(folder))
    .filter((file) => file.endsWith('.docx'))
    .map((file) => path.join(folder, file));
  if (letters.length === 0) return;
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, '.libreoffice')).href}`;
  await successful('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...letters]);
  for (const letter of letters) {
    const bare = letter.replace(/\.docx$/, '');
    await successful('pdftoppm', ['-r', '70', '-png', '-sep', '.', '-forcenum', `${bare}.pdf`, bare]);
  }
};

const successful = async (command: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`expected ${command} to end with 0, got ${code}:\n${lastLines(output)}`);
};

/** The pictures of a cell's pages, or of its looks, among all files of the folder. */
export const picturesOf = (cell: Cell, files: readonly string[]): readonly string[] =>
  files.filter((file) => file.startsWith(fileName(cell, '.')) && file.endsWith('.png')).toSorted();
