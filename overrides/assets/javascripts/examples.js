// The example questions of the home page: pressing one searches for it.
const box = document.querySelector("[data-md-component=search-query]");

for (const example of document.querySelectorAll("[data-hc-ask]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.textContent;
  button.addEventListener("click", () => {
    box.value = button.textContent;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  example.replaceWith(button);
}
