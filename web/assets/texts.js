// In the editor of a text a click on a variable puts it where the caret is. Without script it can be copied.
const source = document.getElementById('source');
for (const button of document.querySelectorAll('button[data-insert]'))
  button.addEventListener('click', () => {
    source.setRangeText(button.dataset.insert, source.selectionStart, source.selectionEnd, 'end');
    source.focus();
  });

// A click on a fault marks its line in the text; without script it leads to the field.
for (const link of document.querySelectorAll('a[data-line]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const lines = source.value.split('\n');
    const line = Number(link.dataset.line) - 1;
    const start = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    source.focus();
    source.setSelectionRange(start, start + (lines[line] ?? '').length);
    // The field shows its beginning otherwise: the line is put into the middle of it.
    source.scrollTop = (source.scrollHeight / lines.length) * line - source.clientHeight / 2;
  });
