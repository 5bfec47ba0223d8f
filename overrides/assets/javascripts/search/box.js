// The search box: what the theme's own does not do. Text that comes without keys, warm-up,
// states below the results, links with a question, recent questions.

import { asked } from "./asked.js";
import { expose } from "./api.js";
import { Recent } from "./recent.js";
import { States } from "./states.js";

const PATIENCE = 8000; // milliseconds without a word from the worker

class Box {
  constructor(input, worker) {
    this.input = input;
    this.worker = worker;
    this.states = new States(document.querySelector(".md-search__scrollwrap"));
    this.recent = new Recent(document.querySelector("[data-hc-state=recent]"), (text) => this.ask(text));
    input.addEventListener("input", () => this.changed());
    input.addEventListener("focus", () => this.warm());
    input.form.addEventListener("reset", () => setTimeout(() => this.changed()));
    document.querySelector(".md-search").addEventListener("click", (event) => this.clicked(event));
    if (!worker) return;
    worker.addEventListener("error", () => this.show("failed"));
    worker.addEventListener("message", ({ data }) => data.type === "state" && this.show(data.state));
  }

  // The theme listens to keys alone: paste, dictation and input methods need one, too.
  changed() {
    this.input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    if (!this.input.value) this.show("ready");
  }

  // Load the engine as soon as the reader turns to the box; say so when nothing comes.
  warm() {
    if (!this.worker) return this.show("failed");
    this.worker.postMessage({ type: "warm" });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.show("failed"), PATIENCE);
  }

  show(state) {
    clearTimeout(this.waiting);
    const idle = state === "ready" && !this.input.value;
    this.states.show(idle && this.recent.fill() ? "recent" : state, this.input.value);
  }

  ask(text) {
    this.input.value = text;
    this.input.focus();
    this.changed();
  }

  clicked({ target }) {
    if (target.closest(".md-search-result__link")) this.recent.add(this.input.value);
  }
}

const input = document.querySelector("[data-md-component=search-query]");
if (input) {
  const worker = window.helpcenter?.searchWorker;
  const box = new Box(input, worker);
  if (worker) expose(worker);
  const question = asked(location.search);
  if (question) box.ask(question);
}
