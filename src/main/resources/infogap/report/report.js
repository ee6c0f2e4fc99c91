'use strict';

document.querySelectorAll('.math').forEach(element => {
  katex.render(element.textContent, element, { displayMode: 'display' in element.dataset, throwOnError: false });
});

const ledger = document.getElementById('ledger');
if (ledger) {
  const body = ledger.tBodies[0];
  const rows = Array.from(body.rows);
  const filters = document.getElementById('filters');
  const order = new Intl.Collator('en', { numeric: true });

  const filter = () => {
    const words = filters.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = (!filters.elements.document.value || row.dataset.document === filters.elements.document.value)
        && (!filters.elements.verdict.value || row.dataset.verdict === filters.elements.verdict.value)
        && words.every(word => text.includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    filters.querySelector('output').textContent = shown + ' of ' + rows.length + ' claims';
  };

  const sortBy = (heading, column) => {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    ledger.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const key = row => row.cells[column].textContent;
    const sorted = rows.slice().sort((a, b) => order.compare(key(a), key(b)) * (descending ? -1 : 1));
    body.append(...sorted);
  };

  Array.from(ledger.tHead.rows[0].cells).forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    button.addEventListener('click', () => sortBy(heading, column));
    heading.replaceChildren(button);
  });
  filters.addEventListener('input', filter);
  filters.addEventListener('submit', event => event.preventDefault());
  filter();
}

/* What is wider than a telephone says that it goes on; fonts that arrive late, a turned telephone and what is unfolded change what is. */
const scrolling = Array.from(document.querySelectorAll('.notebook pre, .notebook .output, .notebook .markdown, .scroll, .katex-display'));
const measure = () => {
  scrolling.forEach(element => element.classList.remove('wide'));
  scrolling.filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto')
    .forEach(element => element.classList.add('wide'));
};
addEventListener('load', measure);
addEventListener('resize', measure);
/* in some browsers what is folded has no width */
addEventListener('toggle', measure, true);
if (document.fonts) {
  document.fonts.ready.then(measure);
}
