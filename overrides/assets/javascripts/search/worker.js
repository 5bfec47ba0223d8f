// The search worker: speaks the theme's four messages (0 set up, 1 ready, 2 query, 3 result)
// and three of ours: {type: "warm"}, {type: "state", state}, {type: "search"} → "found".
// Nothing is loaded before the reader turns to the search box.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const ROOTS = { zh: "", en: "en/" };
const MOST_FOUND = 10;
const COMMON = [0xb0, 0xd8]; // rows of GB 2312 level 1
const site = new URL("../../../", self.location);
const library = new URL("library.js", self.location);
const own = new URL(self.location).searchParams.get("lang");
const engines = {};
let latest = 0;

try {
  importScripts(library); // small, and in the browser's store after the first page
} catch {
  // tried again when the reader searches
}

self.addEventListener("message", ({ data }) => {
  if (data.type === SETUP) postMessage({ type: READY });
  else if (data.type === QUERY) answer(data.data);
  else if (data.type === "warm") warm();
  else if (data.type === "search") find(data);
});

async function warm() {
  try {
    await engine(own).ready();
    tell("ready");
  } catch {
    tell("failed");
  }
}

function tell(state) {
  postMessage({ type: "state", state });
}

// Only the latest query is answered, so that a slow one never replaces a newer one.
async function answer(query) {
  const turn = ++latest;
  try {
    const results = query.trim() ? await engine(own).search(query) : [];
    if (turn !== latest) return;
    tell(query.trim() && !results.length ? "nothing" : "ready");
    postMessage({ type: RESULT, data: { items: self.searchModules["search/items.js"].toItems(results) } });
  } catch {
    if (turn === latest) tell("failed");
  }
}

async function find({ id, query, lang: wanted }) {
  const lang = wanted in ROOTS ? wanted : own;
  try {
    const results = await engine(lang).search(query, MOST_FOUND);
    postMessage({ type: "found", id, results: results.map((result) => brief(result, lang)) });
  } catch (error) {
    postMessage({ type: "found", id, error: String(error) });
  }
}

function brief({ id, url, title, score }, lang) {
  return { id, url: new URL(ROOTS[lang] + url, site).href, title, score };
}

// The engine of a language. Throws when the engine's script cannot be loaded.
function engine(lang) {
  if (!self.searchModules) importScripts(library);
  if (!self.searchModules["search/engine.js"]) importScripts(new URL("search/engine.js", site));
  const folder = new URL(`${ROOTS[lang]}search/`, site);
  const { Engine } = self.searchModules["search/engine.js"];
  return (engines[lang] ??= new Engine((path, version) => read(new URL(path, folder), version), common));
}

async function read(url, version) {
  if (version) url.searchParams.set("v", version);
  const response = await fetch(url, version ? {} : { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url.pathname}`);
  return response.json();
}

function common() {
  const bytes = [];
  for (let row = COMMON[0]; row < COMMON[1]; row++) {
    for (let cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes)).slice(0, 3755);
}
