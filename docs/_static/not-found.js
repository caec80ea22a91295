// On a page for what is not there: the search is filled in with what was asked for, as words, and where the page is in
// both languages, the one that fits is shown.
(() => {
  const LANGUAGES = { zh: "zh", en: "en" };

  // "process/exit-codes.html" asks for "exit codes".
  const asked = (path) => {
    const last = path.split("/").filter(Boolean).at(-1) ?? "";
    let name = last;
    try {
      name = decodeURIComponent(last);
    } catch {
      // It is not encoded as it should be; what is there will do.
    }
    return name.replace(/\.\w+$/, "").replace(/[-_+.\s]+/g, " ").trim();
  };

  // That of the address, as in ".../zh/process/", else the first of the browser's.
  const edition = (path) => {
    const folder = path.split("/").find((part) => /^(zh|en)(-|$)/i.test(part));
    const tags = folder ? [folder] : navigator.languages ?? [navigator.language];
    return tags.map((tag) => LANGUAGES[tag.slice(0, 2).toLowerCase()]).find(Boolean) ?? "en";
  };

  // Late, as a search that is on all pages may empty its fields first.
  document.addEventListener("DOMContentLoaded", () => {
    const words = asked(location.pathname);
    for (const field of document.querySelectorAll("form.not-found input[name=q]")) {
      if (words !== "index") field.value = words;
    }
  });
  const parts = [...document.querySelectorAll("[data-not-found]")];
  const wanted = parts.length > 0 ? edition(location.pathname) : "";
  for (const part of parts) part.hidden = part.dataset.notFound !== wanted;
  if (wanted) document.documentElement.lang = parts.find((part) => !part.hidden).lang;
})();
