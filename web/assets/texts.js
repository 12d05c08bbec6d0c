// In the editor of a text a click on a variable puts it where the caret is. Without script it can be copied.
const source = document.getElementById('source');
for (const button of document.querySelectorAll('button[data-insert]'))
  button.addEventListener('click', () => {
    source.setRangeText(button.dataset.insert, source.selectionStart, source.selectionEnd, 'end');
    source.focus();
  });

// The caret goes to a line of the text that is at fault.
const first = document.querySelector('[data-line]');
if (first && source) {
  const before = source.value.split('\n').slice(0, Number(first.dataset.line) - 1);
  const at = before.join('\n').length + (before.length > 0 ? 1 : 0);
  source.setSelectionRange(at, at);
}
