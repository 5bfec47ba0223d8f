// The theme's search listens to key presses only. Text that arrives by paste,
// dictation or an input method would be ignored until the next key.
const box = document.querySelector("[data-md-component=search-query]");
if (box) {
  box.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
}
