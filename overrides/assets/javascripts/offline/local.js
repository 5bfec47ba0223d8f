// Stands in for the worker in a copy opened from disk, where browsers start none and fetch nothing.
// The index comes as scripts, each of which hands its content to `helpcenter.file`.

import { Desk } from "../search/desk.js";
import { Engine } from "../search/engine.js";
import { toItems } from "../search/items.js";

const files = new Map();

// What each data script calls.
export function keep(path, content) {
  files.set(path, content);
}

// The desk on the page itself, behind the face of a worker. `site`: address of the copy's root.
export class LocalWorker extends EventTarget {
  constructor(lang, site) {
    super();
    this.desk = new Desk({
      lang,
      load: () => ({ Engine, toItems }),
      read: (path) => read(path, site),
      post: (data) => this.dispatchEvent(new MessageEvent("message", { data })),
      page: (url) => `${url}index.html`,
    });
  }

  // As with a worker, answers come later, never while the question is being put.
  postMessage(message) {
    setTimeout(() => this.desk.take(message));
  }
}

function read(path, site) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL(path.replace(/json$/, "js"), site);
    script.onload = () => {
      script.remove();
      done(files.get(path));
      files.delete(path);
    };
    script.onerror = () => fail(new Error(path));
    document.head.append(script);
  });
}
