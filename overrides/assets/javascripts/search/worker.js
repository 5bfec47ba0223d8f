// The search worker. Nothing is loaded before the reader turns to the search box.

import { Desk } from "./desk.js";

const site = new URL("../../../", self.location);

function load() {
  if (!searchModules["search/engine.js"]) importScripts(new URL("search/engine.js", site));
  return { ...searchModules["search/engine.js"], ...searchModules["search/items.js"] };
}

async function read(path, version) {
  const url = new URL(path, site);
  if (version) url.searchParams.set("v", version);
  const response = await fetch(url, version ? {} : { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url.pathname}`);
  return response.json();
}

const lang = new URL(self.location).searchParams.get("lang");
const desk = new Desk({ lang, load, read, post: (message) => postMessage(message) });
self.addEventListener("message", ({ data }) => desk.take(data));
