// Shows what the address names: `#progressive` = a strategy at a glance; `#consumer-be/progressive` = all that a debtor
// gets; a star for the debtor and a step behind = that step for everybody; the name of a text = it among his others.
export const SCRIPT = `
const all = (what, within = document) => [...within.querySelectorAll(what)];
const [kinds, looks] = all('select');
const first = all('nav a').find(({ hash }) => hash === '#progressive') ?? all('nav a')[0];
const wanted = () => {
  const parts = decodeURIComponent(location.hash.slice(1)).split('/');
  if (parts.length === 1) return { strategy: parts[0] || first?.hash.slice(1) };
  const [column, strategy, rest] = parts;
  return column === '*' ? { strategy, row: rest } : { column, strategy, text: rest };
};
const show = () => {
  const { strategy, column, row, text } = wanted();
  const glance = column === undefined && row === undefined;
  for (const link of all('nav a'))
    link.hash === '#' + strategy ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  for (const table of all('table')) table.hidden = !glance || table.dataset.strategy !== strategy;
  for (const one of all('figure, .out'))
    one.hidden =
      (column !== undefined && one.dataset.column !== column) ||
      (kinds.value !== '' && one.dataset.kind !== undefined && one.dataset.kind !== kinds.value);
  for (const section of all('section'))
    section.hidden =
      glance ||
      section.dataset.strategy !== strategy ||
      (row !== undefined && section.dataset.row !== row) ||
      !section.querySelector('figure:not([hidden]), .out:not([hidden])');
  for (const image of all('figure img')) image.hidden = image.dataset.look !== '' && image.dataset.look !== looks.value;
  for (const link of all('td a')) link.hidden = kinds.value !== '' && link.dataset.kind !== kinds.value;
  const title = document.getElementById('whose');
  const head = all('a[data-course]').find(({ hash }) => decodeURIComponent(hash) === '#' + column + '/' + strategy);
  title.hidden = column === undefined;
  document.body.classList.toggle('course', column !== undefined);
  title.textContent = head ? head.textContent + ' · ' + strategy + ', in order' : strategy;
  const found = text && document.getElementById([column, strategy, text].join('/'));
  if (found) found.closest('section').scrollIntoView();
  else scrollTo(0, 0);
};
const dialog = document.querySelector('dialog');
document.addEventListener('click', ({ target }) => {
  if (dialog.open) dialog.close();
  else if (target.matches('figure img')) { dialog.firstChild.src = target.src; dialog.showModal(); }
});
for (const select of [kinds, looks]) select.addEventListener('change', show);
addEventListener('hashchange', show);
show();
`;
