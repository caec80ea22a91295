// The search of a page: the dialog behind the search buttons, Ctrl-K and `/`, the page search.html, and the words that are
// marked where a result leads to. What is found is the business of search-engine.js. That script, the titles, and the text
// are loaded when a reader is about to search, not with every page; as scripts, since a page from disk can load nothing else.
(() => {
  "use strict";

  const { lang, dataset } = document.documentElement;
  const SHOWN = 20; // results
  const WORDS = {
    en: {
      label: "Search this book",
      placeholder: "A concept, a name, or an error text",
      close: "Close",
      results: (count) => (count === 1 ? "1 result" : `${count} results`),
      corrected: (words) => `Nothing has what you typed; these have “${words}”.`,
      nothing: (words) => `Nothing found for “${words}”.`,
      nearest: "Did you mean:",
      loading: "Loading…",
      broken: "The search could not be loaded.",
      elsewhere: "Look it up in:",
      places: [["genindex.html", "Index"], ["glossary/index.html", "Glossary"], ["error-index/index.html", "Error index"]],
      keys: [["↑ ↓", "choose"], ["Enter", "open"], ["Esc", "close"]],
      kinds: { page: "concept", section: "concept", term: "term", error: "error", api: "API", example: "example" },
    },
    zh: {
      label: "搜索本书",
      placeholder: "概念、名称，或一段错误信息",
      close: "关闭",
      results: (count) => `${count} 条结果`,
      corrected: (words) => `没有找到你输入的内容，以下是「${words}」的结果。`,
      nothing: (words) => `没有找到「${words}」。`,
      nearest: "你要找的是不是：",
      loading: "正在加载……",
      broken: "搜索没能加载。",
      elsewhere: "也可以查：",
      places: [["genindex.html", "索引"], ["glossary/index.html", "术语表"], ["error-index/index.html", "错误索引"]],
      keys: [["↑ ↓", "选择"], ["Enter", "打开"], ["Esc", "关闭"]],
      kinds: { page: "概念", section: "概念", term: "术语", error: "错误", api: "API", example: "示例" },
    },
  };
  const words = WORDS[lang.startsWith("zh") ? "zh" : "en"];

  // ---- Loading ----

  const folder = new URL(".", document.currentScript.src);
  const loaded = new Map();

  // A page may say in <html data-search-engine="..."> where a file lies that has another name.
  const load = (name, part) => {
    if (!loaded.has(name)) {
      const told = dataset[part];
      const script = document.createElement("script");
      script.src = told ? new URL(told, document.baseURI) : new URL(name, folder);
      loaded.set(name, new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject })));
      document.head.append(script);
    }
    return loaded.get(name);
  };

  let engine;
  const loadTitles = async () => {
    await Promise.all([load("search-engine.js", "searchEngine"), load("search-titles.js", "searchTitles")]);
    engine ??= bookSearch.create(bookSearchData.titles);
    return engine;
  };

  let isWhole = false;
  const loadText = async () => {
    await Promise.all([loadTitles(), load("search-text.js", "searchText")]);
    await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 500 }));
    if (!isWhole) engine.addText(bookSearchData.text);
    isWhole = true;
  };

  // ---- Elements ----

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  // A text with some of its words marked; everything is text, whatever it looks like.
  const marked = (text, marks) => {
    const parts = document.createDocumentFragment();
    let done = 0;
    for (const [start, end] of marks) {
      parts.append(text.slice(done, start), element("mark", {}, text.slice(start, end)));
      done = end;
    }
    parts.append(text.slice(done));
    return parts;
  };

  const addressOf = (place, query) => {
    const url = new URL(`${dataset.content_root}${place}`, document.baseURI);
    if (query) url.searchParams.set("q", query);
    return url;
  };

  const links = () => {
    const found = words.places.map(([place, name]) => element("a", { href: addressOf(place) }, name));
    return element("p", { class: "search-places" }, words.elsewhere, ...found.flatMap((link) => [" ", link]));
  };

  // ---- A field with its results ----

  // Results under their pages, in the order of the best of each.
  const byPage = (results) => {
    const pages = new Map();
    for (const result of results) pages.set(result.page, [...(pages.get(result.page) ?? []), result]);
    return [...pages.values()];
  };

  class Search {
    constructor(place, id) {
      this.id = id;
      this.field = element("input", {
        ...{ type: "text", name: "q", role: "combobox", "aria-label": words.label, placeholder: words.placeholder },
        ...{ "aria-expanded": "false", "aria-controls": `${id}-results`, "aria-autocomplete": "list" },
        ...{ autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" },
      });
      this.told = element("p", { class: "search-told", role: "status" });
      this.list = element("div", { id: `${id}-results`, class: "search-results", role: "listbox", "aria-label": words.label });
      this.more = element("div", { class: "search-more" });
      this.form = element("form", { class: "search-form", role: "search", action: addressOf("search.html") }, this.field);
      place.append(this.form, this.told, this.list, this.more);
      this.field.addEventListener("input", (event) => event.isComposing || this.find());
      this.field.addEventListener("compositionend", () => this.find());
      this.field.addEventListener("keydown", (event) => this.press(event));
      this.form.addEventListener("submit", (event) => this.open(event));
      this.more.addEventListener("click", (event) => this.take(event.target.closest("button")));
      this.find();
    }

    get query() {
      return this.field.value.trim();
    }

    get options() {
      return [...this.list.querySelectorAll("a")];
    }

    // Titles first, since they are there at once; then everything.
    async load() {
      try {
        await loadTitles();
        this.find();
        await loadText();
        this.find();
      } catch {
        this.told.textContent = words.broken;
      }
    }

    find() {
      const before = this.active?.href;
      this.list.setAttribute("aria-busy", String(!isWhole));
      this.list.replaceChildren();
      this.more.replaceChildren(...(this.query ? [] : [links()]));
      this.told.textContent = this.query && !engine ? words.loading : "";
      if (this.query && engine) this.show(engine.find(this.query, SHOWN));
      this.activate(this.options.find((option) => this.hasMoved && option.href === before) ?? this.options[0]);
    }

    show(results) {
      const { text, corrected } = engine.read(this.query);
      const typed = this.query.length > 80 ? `${this.query.slice(0, 80)}…` : this.query;
      this.told.textContent = results.length ? words.results(results.length) : isWhole ? words.nothing(typed) : words.loading;
      if (results.length && corrected.length) this.told.textContent = words.corrected(text);
      this.list.append(...byPage(results).map((group, number) => this.group(group, `${this.id}-page-${number}`)));
      this.options.forEach((option, number) => (option.id = `${this.id}-result-${number}`));
      if (!results.length && isWhole) this.more.append(this.nearest(), links());
    }

    group(results, id) {
      const { url, path, title } = results[0];
      const titles = url.includes("#") ? path : [...path, title];
      const heading = element("div", { id, class: "search-page" }, titles.slice(0, 2).join(" › "));
      return element("div", { role: "group", "aria-labelledby": id }, heading, ...results.map((result) => this.option(result)));
    }

    option({ url, kind, title, titleMarks, excerpt, marks }) {
      const [place, anchor] = url.split("#");
      const address = addressOf(place, this.query.slice(0, 200));
      address.hash = anchor ?? "";
      const link = element(
        "a",
        { role: "option", class: "search-result", href: address, tabindex: "-1", "aria-selected": "false" },
        element("span", { class: "search-title" }, marked(title, titleMarks)),
        element("span", { class: kind === "error" ? "search-kind kind-error" : "search-kind" }, words.kinds[kind]),
        element("span", { class: "search-excerpt" }, marked(excerpt, marks)),
      );
      link.addEventListener("pointermove", () => link === this.active || this.activate(link));
      return link;
    }

    nearest() {
      const names = engine.nearest(this.query).map((name) => element("button", { type: "button" }, name));
      return element("p", { class: "search-nearest" }, ...(names.length ? [words.nearest, ...names.flatMap((one) => [" ", one])] : []));
    }

    take(button) {
      if (!button) return;
      this.field.value = button.textContent;
      this.field.focus();
      this.find();
    }

    activate(option) {
      this.active?.setAttribute("aria-selected", "false");
      this.active = option;
      this.field.setAttribute("aria-expanded", String(Boolean(option)));
      this.field.setAttribute("aria-activedescendant", option?.id ?? "");
      option?.setAttribute("aria-selected", "true");
    }

    press(event) {
      if (event.isComposing || event.keyCode === 229) return; // the keys choose among the characters of an input method
      this.hasMoved = false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !this.options.length) return;
      event.preventDefault();
      const { options } = this;
      this.activate(options[(options.indexOf(this.active) + step + options.length) % options.length]);
      this.active.scrollIntoView({ block: "nearest" });
      this.hasMoved = true;
    }

    open(event) {
      if (!this.active) return;
      event.preventDefault();
      this.active.click();
    }
  }

  // ---- The dialog ----

  let dialog;
  const makeDialog = () => {
    dialog = element("dialog", { class: "book-search", "aria-label": words.label });
    const close = element("button", { type: "button", class: "search-close" }, words.close);
    const keys = words.keys.map(([key, does]) => element("span", {}, element("kbd", {}, key), ` ${does}`));
    dialog.search = new Search(dialog, "dialog-search");
    dialog.search.form.append(close);
    dialog.append(element("p", { class: "search-keys", "aria-hidden": "true" }, ...keys));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close(); // beside it, or away
    });
    document.body.append(dialog);
  };

  const openDialog = () => {
    if (!dialog) makeDialog();
    if (!dialog.open) dialog.showModal();
    dialog.search.field.focus();
    dialog.search.field.select();
    dialog.search.load();
  };

  const isTyping = ({ target }) => target.closest("input, textarea, select, [contenteditable]");

  const isMac = navigator.platform.startsWith("Mac") || navigator.platform === "iPhone";

  const onKey = (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isShortcut = key.toLowerCase() === "k" && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;
    const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping(event);
    if (event.isComposing || !(isShortcut || isSlash)) return;
    event.preventDefault();
    openDialog();
  };

  // ---- The page search.html ----

  const showPage = (place) => {
    const search = new Search(place, "page-search");
    const remember = () => {
      const url = new URL(location.href);
      if (search.query) url.searchParams.set("q", search.query.slice(0, 1000));
      else url.searchParams.delete("q");
      history.replaceState(null, "", url);
    };
    search.field.value = new URLSearchParams(location.search).get("q") ?? "";
    search.field.addEventListener("change", remember);
    search.list.addEventListener("click", remember, true);
    search.field.focus();
    search.load();
  };

  // ---- Where a result leads to ----

  const ownText = (root) => {
    const skipped = "section section, dialog, .headerlink, button, svg";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const inner = walker.currentNode.parentElement.closest(skipped);
      if (!inner || inner === root || inner.contains(root)) nodes.push(walker.currentNode);
    }
    return nodes;
  };

  const rangesIn = (nodes, query) => {
    const starts = [];
    let text = "";
    for (const node of nodes) {
      starts.push(text.length);
      text += node.data;
    }
    const placeOf = (offset) => {
      const number = starts.findLastIndex((start) => start <= offset);
      return [nodes[number], Math.min(offset - starts[number], nodes[number].length)];
    };
    return engine.marksIn(text, query).map(([start, end]) => {
      const range = new Range();
      range.setStart(...placeOf(start));
      range.setEnd(...placeOf(end - 1));
      range.setEnd(range.endContainer, range.endOffset + 1);
      return range;
    });
  };

  // Marks the words of `?q=` in the section that the address leads to. No element is changed, so what is copied is the same.
  const markWords = async () => {
    const query = new URLSearchParams(location.search).get("q");
    if (!query || !window.Highlight) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const roots = target?.tagName === "DT" ? [target, target.nextElementSibling] : [target ?? document.querySelector("article section")];
    await loadTitles();
    const nodes = roots.filter(Boolean).flatMap(ownText);
    CSS.highlights.set("book-search", new Highlight(...rangesIn(nodes, query)));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && CSS.highlights.delete("book-search"));
  };

  // ---- The page is there ----

  for (const button of document.querySelectorAll(".search-button__button")) {
    button.addEventListener("click", openDialog);
    for (const type of ["pointerenter", "focus"]) button.addEventListener(type, () => loadTitles().catch(() => {}));
  }
  if (isMac) {
    for (const key of document.querySelectorAll(".search-button__kbd-shortcut kbd:first-child")) key.textContent = "⌘";
  }
  document.addEventListener("keydown", onKey);
  const page = document.getElementById("search-page");
  if (page) showPage(page);
  else markWords().catch(() => {});
})();
