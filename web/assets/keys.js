// Single keys on the desk: j and k move, Enter opens (the focused link does that by itself), ? helps.
// Left out of the page when a person switches them off.
const lines = () => [...document.querySelectorAll('a.line')];

const move = (step) => {
  const all = lines();
  const at = all.indexOf(document.activeElement);
  const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
};

/** On a card j and k go to the next and the one before. */
const turn = (rel) => document.querySelector(`a[rel=${rel}]`)?.click();

const help = () => {
  const keys = document.getElementById('keys');
  if (!keys) return;
  keys.open = !keys.open;
  if (keys.open) keys.querySelector('summary').focus();
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  const does = {
    j: () => (lines().length > 0 ? move(1) : turn('next')),
    k: () => (lines().length > 0 ? move(-1) : turn('prev')),
    '?': help,
  }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
