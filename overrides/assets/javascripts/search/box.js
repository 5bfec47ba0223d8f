// The search box: what the theme's own does not do. Text that comes without keys, warm-up,
// states below the results, links with a question, recent questions, the way back to a question.

import { asked } from "./asked.js";
import { expose } from "./api.js";
import { bindKeys, isComposing } from "./keys.js";
import { Recent } from "./recent.js";
import { States } from "./states.js";
import { Trail } from "./trail.js";
import { handOn, handedOn } from "./words.js";

const QUERY = 2; // the theme's messages
const RESULT = 3;
const SLOW = 500; // milliseconds without an answer until we say that we search,
const PATIENCE = 8000; // and until we say that it failed

class Box {
  constructor(input, worker) {
    this.input = input;
    this.worker = worker;
    this.search = document.querySelector(".md-search");
    this.states = new States(document.querySelector(".md-search__scrollwrap"));
    this.recent = new Recent(document.querySelector("[data-hc-state=recent]"), (text) => this.ask(text), () => this.ask(""));
    this.toggle = document.getElementById("__search");
    this.toggle.addEventListener("change", () => this.toggled());
    this.trail = new Trail(this.toggle, input, (left) => this.restore(left));
    input.addEventListener("input", () => this.changed());
    input.addEventListener("focus", () => this.focused());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.form.addEventListener("reset", () => setTimeout(() => this.changed()));
    input.form.addEventListener("submit", (event) => event.preventDefault());
    this.search.addEventListener("click", (event) => this.clicked(event), true);
    bindKeys(this.search, input, () => this.close());
    if (!worker) return;
    addEventListener("online", () => this.failed && this.warm());
    worker.addEventListener("error", () => this.show("failed"));
    worker.addEventListener("message", ({ data }) => this.heard(data));
  }

  // The theme listens to keys alone: paste, dictation and input methods need one, too.
  changed() {
    this.opening = false;
    this.left = undefined;
    this.input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    if (!this.input.value) this.show("ready");
    else if (this.worker && this.answered !== this.input.value) {
      this.wait();
      clearTimeout(this.later);
      this.later = setTimeout(() => this.again(this.input.value), SLOW);
    }
  }

  // A question that was lost between the theme and the worker would leave the box blank.
  again(question) {
    if (question && this.answered !== question) this.worker.postMessage({ type: QUERY, data: question });
  }

  // The theme learns of the focus a moment late, and not at all when it left and came back within
  // that moment: the box would stay closed.
  focused() {
    this.open();
    this.warm();
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
  }

  // Load the engine as soon as the reader turns to the box.
  warm() {
    if (!this.worker) return this.show("failed");
    this.worker.postMessage({ type: "warm" });
    this.wait();
  }

  // Say so when an answer takes long, and when none comes. What is found already stays.
  wait() {
    this.rest();
    const empty = () => this.input.value && !this.search.querySelector(".md-search-result__item");
    this.slow = setTimeout(() => empty() && this.states.show("loading", this.input.value), SLOW);
    this.waiting = setTimeout(() => this.show("failed"), PATIENCE);
  }

  rest() {
    clearTimeout(this.slow);
    clearTimeout(this.waiting);
  }

  heard(message) {
    if (message.type === "warm") this.warmed();
    if (message.type === "state") this.show(message.state);
    if (message.type !== RESULT) return;
    this.answered = message.data.query;
    if (this.answered !== this.input.value) return;
    if (this.opening) setTimeout(() => this.follow());
    if (this.left) setTimeout(() => this.refocus());
  }

  // Ready while nothing is typed; what could not be answered before is asked again.
  warmed() {
    if (!this.input.value) this.show("ready");
    else if (this.failed) this.worker.postMessage({ type: QUERY, data: this.input.value });
    else if (this.answered === this.input.value) this.rest();
  }

  show(state) {
    this.rest();
    this.failed = state === "failed";
    const idle = state === "ready" && !this.input.value;
    this.states.show(idle ? this.start() : state, this.input.value);
  }

  // What the empty box offers.
  start() {
    return this.recent.fill() ? "recent" : "start";
  }

  // Enter opens the best answer to what stands in the box, not to what stood there before.
  pressed(event) {
    if (event.key !== "Enter" || isComposing(event)) return;
    if (!this.input.value.trim() || this.answered === this.input.value) return;
    event.preventDefault();
    event.stopPropagation();
    this.opening = true;
  }

  follow() {
    this.opening = false;
    this.input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  }

  ask(text) {
    this.input.value = text;
    this.open();
    this.input.focus();
    this.changed();
  }

  // As it was left: the question, its answers, and the link that was followed.
  restore(left) {
    this.ask(left.question ?? this.input.value);
    this.left = left;
    this.refocus();
  }

  refocus() {
    for (const link of this.search.querySelectorAll("a[href]")) if (link.href === this.left?.hit) link.focus();
  }

  clicked(event) {
    const link = event.target.closest("a[href]");
    if (!link) return;
    if (link.matches(".md-search-result__link")) {
      this.recent.add(this.input.value);
      handOn(link);
    }
    this.trail.follow(link, event);
  }

  close() {
    if (this.toggle.checked) this.toggle.click();
  }

  // Opened by its button on a phone, the box has the keyboard at once (in the same turn, or phones
  // show none); closed, its button has.
  toggled() {
    if (this.toggle.checked) {
      this.trail.opened();
      return this.input.focus();
    }
    this.trail.closed();
    const active = document.activeElement;
    if (active !== document.body && !this.search.contains(active)) return;
    active.blur();
    document.querySelector("[data-for=__search]")?.focus();
  }
}

const input = document.querySelector("[data-md-component=search-query]");
if (input) {
  const worker = window.helpcenter?.searchWorker;
  const box = new Box(input, worker);
  if (worker) expose(worker);
  if (window.helpcenter) window.helpcenter.words = handedOn();
  box.trail.begin(asked(location.search));
}
