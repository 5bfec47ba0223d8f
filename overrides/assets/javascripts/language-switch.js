// The language switch keeps the place: section ids are the same in both languages. The place is
// the section that the address names while it is in view, else the one being read.
function place() {
  const top = (heading) => heading.getBoundingClientRect().top;
  const named = document.getElementById(location.hash.slice(1));
  if (named && top(named) >= 0 && top(named) < innerHeight) return location.hash;
  const headings = [...document.querySelectorAll("article h2[id], article h3[id]")];
  const read = headings.filter((heading) => top(heading) < innerHeight / 3).pop();
  return read ? `#${read.id}` : "";
}

const link = document.querySelector("[data-hc-language]");
if (link) {
  const plain = link.getAttribute("href");
  const follow = () => link.setAttribute("href", plain + place());
  for (const kind of ["pointerdown", "click", "contextmenu"]) link.addEventListener(kind, follow);
}

// What a reader may never ask for is loaded when asked: both languages side by side, and what a
// word of the glossary means.
// Whoever reads both languages wants both on the next page, too, until the tab is closed.
const both = document.querySelector("hc-compare a");
if (both) {
  const key = "hc-compare";
  const open = async (event) => {
    event?.preventDefault();
    both.removeEventListener("click", open);
    await import("./compare.js").then(() => both.click(), () => event && location.assign(both.href));
  };
  both.addEventListener("click", open);
  both.parentNode.addEventListener("hc-compared", ({ detail: shown }) => {
    try {
      if (shown) sessionStorage.setItem(key, "1");
      else sessionStorage.removeItem(key);
    } catch {} // without storage it is chosen on each page
  });
  try {
    if (sessionStorage.getItem(key)) open();
  } catch {}
}

for (const term of document.querySelectorAll("abbr[title]")) term.tabIndex = 0;
for (const kind of ["pointerover", "focusin", "click"]) {
  document.addEventListener(kind, async (event) => {
    const term = event.target.closest?.("abbr[title]");
    if (!term) return;
    const { show } = await import("./terms.js");
    if (kind === "click" || term.matches(":hover, :focus")) show(term);
  });
}
