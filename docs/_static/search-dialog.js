// Opens and closes the theme's dialog for searching.
(() => {
  "use strict";

  /** @type {HTMLDialogElement | null} */
  const dialog = document.querySelector("#pst-search-dialog");
  if (!dialog) return;
  const isMac = navigator.platform.startsWith("Mac") || navigator.platform === "iPhone";
  const fields = [...document.querySelectorAll("form.bd-search input")];
  const field = fields.find((each) => !dialog.contains(each)); // of the page for searching

  const toggle = () => {
    if (field) field.focus();
    else if (dialog.open) dialog.close();
    else dialog.showModal();
  };

  for (const button of document.querySelectorAll(".search-button__button")) button.addEventListener("click", toggle);
  if (isMac) {
    for (const key of document.querySelectorAll(".search-button__kbd-shortcut kbd:first-child")) key.textContent = "⌘";
  }
  document.addEventListener("keydown", (event) => {
    const modified = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (modified && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      toggle();
    }
  });
  dialog.addEventListener("click", ({ clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if ((clientX || clientY) && (clientX < left || clientX > right || clientY < top || clientY > bottom)) dialog.close();
  });
})();
