// Answers the search box: speaks the theme's four messages (0 set up, 1 ready, 2 query, 3 result)
// and three of ours: {type: "warm"} both ways, {type: "state", state}, {type: "search"} → "found".
// Stands in a worker, or on the page itself where workers do not run.

import { FIRST_FILES } from "./files.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const MOST_FOUND = 10;
const COMMON = [0xb0, 0xd8]; // rows of GB 2312 level 1
// The folder of each language below the root of the site.
export const ROOTS = { zh: "", en: "en/" };

// `lang`: the page's language. `load()` gives {Engine, toItems} or throws. `read(path, version)`
// gives a parsed file by its path below the root of the site; `version` changes with its content
// and is undefined where it is not known. `post(message)` tells the box. `page(url)` is the file
// to link to.
export class Desk {
  constructor({ lang, load, read, post, page = (url) => url }) {
    Object.assign(this, { lang, load, read, post, page });
    this.engines = {};
    this.latest = 0;
  }

  take(message) {
    if (message.type === SETUP) this.post({ type: READY });
    else if (message.type === QUERY) this.answer(message.data);
    else if (message.type === "warm") this.warm();
    else if (message.type === "search") this.find(message);
  }

  async warm() {
    try {
      await this.engine(this.lang).ready();
      this.post({ type: "warm" });
    } catch {
      this.tell("failed");
    }
  }

  tell(state) {
    this.post({ type: "state", state });
  }

  // Only the latest query is answered, so that a slow one never replaces a newer one. The theme
  // asks for nothing as soon as the page is there; that loads nothing.
  async answer(query) {
    const turn = ++this.latest;
    try {
      const items = query.trim() ? await this.items(query, () => turn === this.latest) : [];
      if (turn !== this.latest) return;
      this.tell(query.trim() && !items.length ? "nothing" : "ready");
      this.post({ type: RESULT, data: { items, query } });
    } catch {
      if (turn === this.latest) this.tell("failed");
    }
  }

  async items(query, wanted) {
    const results = await this.engine(this.lang).search(query, undefined, wanted);
    return this.load().toItems(results.map((result) => ({ ...result, url: this.page(result.url) })));
  }

  async find({ id, query, lang: wanted }) {
    const lang = wanted in ROOTS ? wanted : this.lang;
    try {
      const found = await this.engine(lang).search(query, MOST_FOUND);
      const results = found.map((hit) => ({ id: hit.id, path: ROOTS[lang] + this.page(hit.url), title: hit.title, score: hit.score }));
      this.post({ type: "found", id, results });
    } catch (error) {
      this.post({ type: "found", id, error: String(error) });
    }
  }

  // The engine of a language. Throws when the engine's script cannot be loaded. The first files of
  // the index are on their way while the script is read.
  engine(lang) {
    if (this.engines[lang]) return this.engines[lang];
    const read = (path, version) => this.read(`${ROOTS[lang]}search/${path}`, version);
    const early = new Map(FIRST_FILES.map((path) => [path, read(path)]));
    for (const reading of early.values()) reading.catch(() => {}); // whoever waits for it is told
    const begun = (path) => {
      const reading = early.get(path);
      early.delete(path);
      return reading;
    };
    const { Engine } = this.load();
    return (this.engines[lang] = new Engine((path, version) => begun(path) ?? read(path, version), common));
  }
}

function common() {
  const bytes = [];
  for (let row = COMMON[0]; row < COMMON[1]; row++) {
    for (let cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes)).slice(0, 3755);
}
