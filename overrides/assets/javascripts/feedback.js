// "Was this helpful": remembered in this browser only, sent to nobody.
const KEY = "hc-feedback";

class Feedback extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    for (const button of this.querySelectorAll("[data-answer]")) {
      button.addEventListener("click", () => this.answer(button.dataset.answer));
    }
    const copy = this.querySelector("[data-copy]");
    copy.addEventListener("click", () => this.copy(copy));
    const earlier = this.stored()[this.dataset.article];
    if (earlier) this.show(earlier);
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
    const page = location.origin + location.pathname;
    await navigator.clipboard.writeText(button.dataset.copy.replace("{url}", page));
    button.textContent = button.dataset.copied;
  }
}

customElements.define("hc-feedback", Feedback);
