/* global fakeJiraSections, document */
import MiniSearch from 'minisearch';

// The search of the site: all that it looks through is in the page's own files, so that it needs no network.
const index = new MiniSearch({
  fields: ['title', 'text'],
  storeFields: ['title', 'page', 'anchor'],
  searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15 },
});
index.addAll(fakeJiraSections);

const input = document.getElementById('search');
const list = document.getElementById('found');
const { up } = document.body.dataset;

input.addEventListener('input', () => {
  const found = input.value.trim() === '' ? [] : index.search(input.value, { combineWith: 'AND' }).slice(0, 12);
  list.hidden = found.length === 0;
  list.replaceChildren(
    ...found.map(({ title, page, anchor }) => {
      const link = document.createElement('a');
      link.href = `${up}${page}.html#${anchor}`;
      link.textContent = title;
      const place = document.createElement('small');
      place.textContent = page;
      const item = document.createElement('li');
      item.append(link, ' ', place);
      return item;
    }),
  );
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') list.hidden = true;
  if (event.key !== '/' || document.activeElement === input) return;
  event.preventDefault();
  input.focus();
});
