// Recent questions: kept in this browser only, offered in the empty box, cleared with one button.

import { isHarmless } from "./asked.js";

const RECENT_KEY = "hc-searches";
const MOST = 5;

export class Recent {
  // `ask(text)` puts a question again; `cleared()` follows the clearing.
  constructor(section, ask, cleared) {
    this.list = section.querySelector("[data-hc-recent]");
    this.list.addEventListener("click", ({ target }) => target.matches("button") && ask(target.textContent));
    section.querySelector("[data-hc-clear]").addEventListener("click", () => {
      this.store([]);
      cleared();
    });
  }

  // Remember a question that led to an article.
  add(question) {
    const text = question.trim();
    if (!text || !isHarmless(text)) return;
    this.store([text, ...this.stored().filter((other) => other !== text)].slice(0, MOST));
  }

  // Draw the list; whether there is anything in it.
  fill() {
    this.list.replaceChildren(...this.stored().map((text) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "hc-search-button";
      button.textContent = text;
      item.append(button);
      return item;
    }));
    return this.list.childElementCount > 0;
  }

  stored() {
    try {
      const texts = JSON.parse(localStorage.getItem(RECENT_KEY)) ?? [];
      return texts.filter((text) => typeof text === "string" && isHarmless(text)).slice(0, MOST);
    } catch {
      return [];
    }
  }

  store(texts) {
    try {
      localStorage.setItem(RECENT_KEY, JSON.stringify(texts));
    } catch {
      // a browser that keeps nothing offers nothing
    }
  }
}
