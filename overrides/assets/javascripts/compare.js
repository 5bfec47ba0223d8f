// Both languages side by side, section by section: headings bear the same id in both. The other
// page is fetched from this site only when a reader asks. A section whose English is behind
// carries its Chinese with the changes marked; that version is shown instead.
import { expire } from "./expiry.js";
import { explain } from "./terms.js";

const BODY = ".hc-body";

/** The parts of a page's text by heading id; what stands before the first heading is "". */
function parts(body) {
  const found = new Map([["", []]]);
  let own = found.get("");
  for (const node of body.children) {
    if (/^H[2-6]$/.test(node.tagName) && node.id) found.set(node.id, (own = []));
    own.push(node);
  }
  return found;
}

/** Copies for the Chinese column; `english` may know what changed. */
function chinese(own = [], english = []) {
  const marked = english.find((node) => node.matches(".hc-lag__changes"));
  if (!marked) return own.map((node) => node.cloneNode(true));
  const heading = own.filter((node) => /^H[2-6]$/.test(node.tagName));
  return [...heading, ...marked.children].map((node) => node.cloneNode(true));
}

/** Copies for the English column: the English itself, even where the page shows Chinese. */
function english(own = []) {
  const old = own.find((node) => node.matches(".hc-lag__old"));
  const kept = own.filter((node) => !node.matches(".hc-lag__chinese, .hc-lag__changes, .hc-lag__old"));
  const folded = old ? [...old.children].filter((node) => node.tagName !== "SUMMARY") : [];
  return [...kept, ...folded].map((node) => node.cloneNode(true));
}

function cell(lang, nodes) {
  const box = document.createElement("div");
  box.lang = lang;
  box.append(...nodes);
  return box;
}

class Compare extends HTMLElement {
  #whole; // the page's own text, while both languages are shown
  #both;

  connectedCallback() {
    this.link = this.querySelector("a");
    this.status = this.querySelector("[role=status]");
    this.words = this.link.textContent;
    this.link.setAttribute("role", "button");
    this.link.setAttribute("aria-pressed", "false");
    this.link.addEventListener("click", (event) => this.#toggle(event));
    this.link.addEventListener("keydown", (event) => event.key === " " && this.#toggle(event));
  }

  #toggle(event) {
    event.preventDefault();
    if (this.#whole) this.#close();
    else this.#open();
  }

  async #open() {
    try {
      this.#both ??= this.#table(await this.#other());
    } catch {
      this.status.textContent = this.dataset.failed;
      return;
    }
    if (this.#whole) return; // chosen twice while it was on its way
    this.#whole = document.querySelector(BODY);
    this.#whole.replaceWith(this.#both);
    this.#show(true);
  }

  #close() {
    this.#both.replaceWith(this.#whole);
    this.#whole = undefined;
    this.#show(false);
  }

  #show(open) {
    document.documentElement.classList.toggle("hc-comparing", open);
    this.link.setAttribute("aria-pressed", String(open));
    this.link.textContent = open ? this.dataset.close : this.words;
    const marked = this.#both.querySelector("ins, del");
    this.status.textContent = open && marked ? this.dataset.legend : "";
    this.dispatchEvent(new CustomEvent("hc-compared", { detail: open }));
  }

  /** The page in the other language; its links are made to hold here. */
  async #other() {
    const answer = await fetch(this.link.href);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const node of page.querySelectorAll(`${BODY} [href], ${BODY} [src]`)) {
      const name = node.hasAttribute("href") ? "href" : "src";
      node.setAttribute(name, new URL(node.getAttribute(name), answer.url));
    }
    return page;
  }

  /** The language of the page stands first, as its reader reads it. */
  #table(other) {
    const pages = [document, other];
    const isEnglish = document.documentElement.lang === "en";
    if (isEnglish) pages.reverse();
    const [zh, en] = pages.map((page) => parts(page.querySelector(BODY)));
    const titles = pages.map((page) => page.querySelector("h1"));
    const table = document.createElement("div");
    table.className = "hc-both hc-body";
    for (const id of new Set([...zh.keys(), ...en.keys()])) {
      const row = table.appendChild(document.createElement("section"));
      row.className = "hc-both__row";
      row.append(cell("zh-CN", chinese(zh.get(id), en.get(id))), cell("en", english(en.get(id))));
      if (!id) [...row.children].forEach((box, i) => box.prepend(this.#title(titles[i])));
      if (isEnglish) row.append(row.firstChild);
      for (const node of row.querySelectorAll("[id]")) node.removeAttribute("id");
      if (id) row.id = id;
    }
    for (const link of table.querySelectorAll(".headerlink")) link.remove();
    expire(table);
    explain(table);
    return table;
  }

  #title(heading) {
    const line = document.createElement("p");
    line.className = "hc-both__title";
    line.textContent = heading.textContent;
    return line;
  }
}

customElements.define("hc-compare", Compare);
