// The home page: its box leads to the search, and pressing an example searches for it.
const box = document.querySelector("[data-md-component=search-query]");

function button(element, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = element.className;
  made.append(...element.childNodes);
  made.addEventListener("click", act);
  element.replaceWith(made);
  return made;
}

button(document.querySelector(".hc-searchbox"), () => box.focus());

for (const example of document.querySelectorAll("[data-hc-ask]")) {
  const text = example.textContent;
  button(example, () => {
    box.value = text;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
