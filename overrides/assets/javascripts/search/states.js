// What stands below the box besides results: on its way, nothing found, not available, recent
// questions.

export class States {
  constructor(root) {
    this.results = root.querySelector(".md-search-result");
    this.sections = [...root.querySelectorAll("[data-hc-state]")];
    const copy = root.querySelector("[data-hc-copy]");
    this.label = copy.textContent;
    this.copy = copy;
    root.querySelector("[data-hc-state=off]").hidden = true;
    copy.addEventListener("click", () => this.copied());
  }

  // `state`: start, recent, loading, ready, nothing or failed; `question` is what can be copied.
  show(state, question) {
    this.question = question;
    this.copy.textContent = this.label;
    this.results.hidden = state === "failed" || state === "loading";
    for (const section of this.sections) section.hidden = !section.dataset.hcState.split(" ").includes(state);
  }

  async copied() {
    await navigator.clipboard.writeText(this.question);
    this.copy.textContent = this.copy.dataset.hcCopied;
  }
}
