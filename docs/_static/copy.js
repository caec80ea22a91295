// A button at each script that copies it as it is: the marks of explanations have no text, so they are not copied.
(() => {
  "use strict";

  const WORDS = {
    en: { copy: "Copy", done: "Copied!", failed: "Failed to copy" },
    zh: { copy: "复制", done: "已复制", failed: "复制失败" },
  };
  const words = WORDS[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
  const SHOWN = 2000; // for how many milliseconds a button says how it went

  /** @type {(width: number, color: string, shapes: string) => string} */
  const icon = (width, color, shapes) => `<svg viewBox="0 0 24 24" width="44" height="44" fill="none" stroke="${color}"
    stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes}</svg>`;
  const SHEETS = icon(1.5, "#000", '<rect x="8" y="8" width="12" height="12" rx="2"/>'
    + '<path d="M16 8v-2a2 2 0 0 0 -2 -2h-8a2 2 0 0 0 -2 2v8a2 2 0 0 0 2 2h2"/>');
  const CHECK = icon(2, "#22863a", '<path d="M5 12l5 5l10 -10"/>');

  /** For browsers that give a page from disk or without TLS no clipboard. @type {(text: string) => boolean} */
  const copyBySelection = (text) => {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  };

  /** @type {(text: string) => Promise<boolean>} */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  /** @type {(button: HTMLButtonElement, said: string, copied: boolean) => void} */
  const tell = (button, said, copied) => {
    button.dataset.tooltip = said;
    button.setAttribute("aria-label", said);
    button.classList.toggle("success", copied);
    button.innerHTML = copied ? CHECK : SHEETS;
  };

  /** @type {(block: HTMLPreElement) => void} */
  const addButton = (block) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copybtn o-tooltip--left";
    tell(button, words.copy, false);
    let timer = 0;
    button.addEventListener("click", async () => {
      const copied = await copy(block.textContent.replace(/\n$/, ""));
      button.focus();
      tell(button, copied ? words.done : words.failed, copied);
      clearTimeout(timer);
      timer = setTimeout(() => tell(button, words.copy, false), SHOWN);
    });
    block.after(button);
  };

  document.querySelectorAll("div.example-source pre, div.shell pre").forEach(addButton);
})();
