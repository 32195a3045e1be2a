// Search over the built pages through pagefind's index; without it the A to Z index stays.
const form = document.getElementById("find");
const query = document.getElementById("query");
const found = document.getElementById("found");
const results = document.getElementById("results");
const more = document.getElementById("more");
const selects = [...document.querySelectorAll("select[data-filter]")];
const SHOWN = 20;
// Names in one list of choices: those of most pages, where there are thousands.
const CHOICES = 500;
let asked = 0;
let rest = [];

function entry(page) {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  link.href = page.url;
  link.textContent = page.meta.title || page.url;
  // The excerpt is HTML with <mark>; only its marks are kept, the rest is taken as text.
  const parsed = new DOMParser().parseFromString(page.excerpt, "text/html").body;
  for (const node of parsed.childNodes) {
    const piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    piece.textContent = node.textContent;
    excerpt.append(piece);
  }
  heading.append(link);
  item.append(heading, excerpt);
  return item;
}

async function show(mine, anew) {
  const next = rest.splice(0, SHOWN);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (mine !== asked) return;
  results[anew ? "replaceChildren" : "append"](...pages.map(entry));
  results.ariaBusy = "false";
  more.hidden = !rest.length;
}

async function search(pagefind) {
  const mine = (asked += 1);
  // What an earlier search has found is not to be shown among what this one will find.
  rest = [];
  results.ariaBusy = "true";
  const text = query.value.trim();
  const chosen = selects.filter((select) => select.value);
  const filters = Object.fromEntries(chosen.map((select) => [select.dataset.filter, select.value]));
  const wanted = text || chosen.length;
  const answer = wanted ? await pagefind.search(text || null, { filters }) : { results: [] };
  if (mine !== asked) return;
  rest = [...answer.results];
  const count = rest.length;
  found.textContent = !wanted ? "" : count ? `${count} ${found.dataset.some}` : found.dataset.none;
  await show(mine, true);
}

async function offer(pagefind) {
  const known = await pagefind.filters();
  for (const select of selects) {
    const pages = Object.entries(known[select.dataset.filter] ?? {}).filter(([, count]) => count);
    const most = pages.sort((a, b) => b[1] - a[1]).slice(0, CHOICES).map(([name]) => name);
    for (const name of most.sort(Intl.Collator().compare)) select.add(new Option(name, name));
    select.closest("label").hidden = select.options.length < 2;
  }
}

try {
  const pagefind = await import(new URL("pagefind/pagefind.js", import.meta.url));
  await pagefind.options({ baseUrl: new URL(".", import.meta.url).pathname });
  await offer(pagefind);
  form.hidden = false;
  for (const select of selects) select.addEventListener("change", () => search(pagefind));
  query.addEventListener("input", () => search(pagefind));
  more.addEventListener("click", () => show(asked));
  form.addEventListener("submit", (event) => event.preventDefault());
  const wanted = new URLSearchParams(location.search).get("q");
  if (wanted) {
    query.value = wanted;
    search(pagefind);
  }
} catch {
  // No index beside the pages, as when opened from disk.
  form.classList.remove("kept");
}
