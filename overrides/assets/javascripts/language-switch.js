// The language switch keeps the place: section ids are the same in both languages.
const link = document.querySelector("[data-hc-language]");
if (link) {
  const plain = link.getAttribute("href");
  const follow = () => link.setAttribute("href", plain + location.hash);
  addEventListener("hashchange", follow);
  link.addEventListener("click", follow);
  follow();
}
