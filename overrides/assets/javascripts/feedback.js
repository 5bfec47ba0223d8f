// "Was this helpful": remembered in this browser only, sent to nobody. "No" opens ways on:
// search, contact, and a text that is ready to send to the operator's own mailbox or page.
const KEY = "hc-feedback";
const PARAMETERS = { email: ["subject", "body"], url: ["title", "body"] };

class Feedback extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.on("[data-answer]", (button) => this.answer(button.dataset.answer));
    this.on("[data-copy]", (button) => this.copy(button));
    this.on("[data-search]", () => document.querySelector("[data-md-component=search-query]").focus());
    this.prepare();
    const earlier = this.stored()[this.dataset.article];
    if (earlier) this.show(earlier);
  }

  on(selector, act) {
    for (const button of this.querySelectorAll(selector)) {
      button.addEventListener("click", () => act(button));
    }
  }

  // A copy opened from disk names the published page: its own place tells the reader's name.
  get text() {
    const published = document.querySelector("link[rel=canonical]");
    const url = location.protocol === "file:" ? published.href : location.origin + location.pathname;
    return this.dataset.text.replace("{url}", url);
  }

  // The link leads to the operator's address; only what is written in advance is added.
  prepare() {
    const way = this.querySelector("[data-ready]");
    const link = way && way.querySelector("a");
    if (!link) return;
    const [title, body] = PARAMETERS[way.dataset.ready];
    const ready = `${title}=${encodeURIComponent(this.dataset.subject)}&${body}=${encodeURIComponent(this.text)}`;
    link.href += (link.href.includes("?") ? "&" : "?") + ready;
  }

  stored() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch {
      return {};
    }
  }

  answer(value) {
    try {
      const all = { ...this.stored(), [this.dataset.article]: value };
      localStorage.setItem(KEY, JSON.stringify(all));
    } catch {
      // a browser that keeps nothing still shows the answer
    }
    this.show(value);
  }

  show(value) {
    for (const part of this.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== value;
    for (const button of this.querySelectorAll("[data-answer]")) {
      button.setAttribute("aria-pressed", String(button.dataset.answer === value));
    }
  }

  async copy(button) {
    await navigator.clipboard.writeText(this.text);
    button.textContent = button.dataset.copied;
  }
}

customElements.define("hc-feedback", Feedback);
