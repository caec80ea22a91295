// The search: pure functions over the data of search-titles.js and search-text.js, with no page around them.
//
//   const search = bookSearch.create(bookSearchData.titles);   // finds titles and names
//   search.addText(bookSearchData.text);                       // from now on everything
//   search.find("join hangs", 10)      -> [{label, url, page, path, title, titleMarks, kind, excerpt, marks}]
//   search.read("jion hangs")          -> {text, corrected: [["jion", "join"]]}: how the query was understood
//   search.nearest("jion", 5)          -> ["join()", ...]: titles and names to offer where nothing was found
//   search.marksIn(text, "join hangs") -> [[start, end], ...]: where the query's words stand in any text
//
// `kind` is page, section, error, term, example, or api (a section found by a name of Python's library). `url` is seen
// from the root of the edition. `marks` and `titleMarks` are places in `excerpt` and `title`, from left to right.
globalThis.bookSearch = (() => {
  "use strict";

  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff";
  const isHan = (text) => new RegExp(`[${HAN}]`).test(text);
  const PIECES = new RegExp(`[${HAN}]+|[a-z_][a-z0-9_]*|\\d+(?:\\.\\d+)*`, "gi");
  const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
  const LONGEST_QUERY = 300;

  // Fields of a unit, in this order: title, names, where it stands, text, code.
  const FIELDS = [
    { weight: 3.0, length: 0.5 },
    { weight: 2.2, length: 0.1 },
    { weight: 0.7, length: 0.3 },
    { weight: 1.0, length: 0.6 },
    { weight: 0.4, length: 0.6 },
  ];
  const SATURATION = 1.6;
  const SYNONYM = 0.75, PREFIX = 0.55, TYPO = 0.65, OWNER = 0.3;
  const TITLE_FIT = 9, NAME_FIT = 7.5, PHRASE = 4;
  const COVERED = 1.6; // how much a result suffers that lacks a word of the query
  const KINDS = { page: 1.1, section: 1, error: 1, term: 0.8, example: 0.75 };
  const PER_PAGE = 4;

  // ---- Text ----

  // Lower case, and full-width letters and signs as ASCII, without a change of length.
  const normal = (text) =>
    text
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

  // The trunk of an English word, the same for all its forms: `sharing`, `shared`, `shares` are `shar`.
  const stem = (word) => {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    let trunk = word;
    if (/ies$/.test(trunk)) trunk = trunk.replace(/ies$/, "y");
    else if (/(?:x|z|ch|sh|ss)es$/.test(trunk)) trunk = trunk.slice(0, -2);
    else if (/[^sui]s$/.test(trunk)) trunk = trunk.slice(0, -1);
    if (/^.*[aeiouy].*(?:ing|ed)$/.test(trunk)) {
      const cut = trunk.replace(/(?:ing|ed)$/, "");
      if (cut.length > 2 && /[aeiouy]/.test(cut)) trunk = cut.replace(/([bdgmnprt])\1$/, "$1");
    }
    return trunk.length > 3 ? trunk.replace(/e$/, "") : trunk;
  };

  // Calls `take(term, start, end)` for each term: words by their stems, names whole and by their parts, Chinese by
  // overlapping pairs of characters. `whole` leaves the parts of names out.
  const eachTerm = (text, take, whole = false) => {
    for (const piece of text.matchAll(PIECES)) {
      const [word] = piece;
      const at = piece.index;
      if (isHan(word)) {
        if (word.length === 1) take(word, at, at + 1);
        for (let i = 0; i + 1 < word.length; i++) take(word.slice(i, i + 2), at + i, at + i + 2);
        continue;
      }
      const bare = word.replace(/^_+|_+$/g, "") || word;
      take(stem(bare.toLowerCase()), at, at + word.length);
      if (whole || !/[a-z][A-Z]|[A-Z]{2}[a-z]|._./.test(bare)) continue;
      for (const part of bare.matchAll(PARTS)) {
        const start = at + word.indexOf(bare) + part.index;
        take(stem(part[0].toLowerCase()), start, start + part[0].length);
      }
    }
  };

  const termsOf = (text, whole = false) => {
    const terms = [];
    eachTerm(text, (term) => terms.push(term), whole);
    return terms;
  };

  // Damerau's distance of two words, up to `most`: swapped neighbors count once.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  // ---- What a reader types ----

  const ERROR = /(?:[A-Za-z_]\w*\.)*(?:[A-Z]\w*(?:Error|Warning|Exception)|_?queue\.(?:Empty|Full))\b/g;
  const STOP = new Set(
    ("a about all am an and any are as at be been but by can cannot could did do does doesn't don't for from had has have " +
      "how i if in into is isn't it its me my of on or our should so that the their them then there these they this to " +
      "use using used via want was way we were what when where which while who why will with would you your").split(" "),
  );
  const STOP_HAN = new RegExp(
    "为什么|为啥|怎么样|怎么办|怎么|怎样|如何|什么是|是什么|什么|哪些|哪个|哪里|可以|能否|能不能|能用|是否|有没有|请问|有什么|区别|" +
      "一个|一下|我的|应该|需要|时候|的话|到底|而不是|以后|之后|里面|总是|一直|会怎样|用来|" +
      "[的了吗呢吧啊呀我你它在和与跟或及是把被给让从对于中里上会能要想用做比还更再多很都也就才让]",
    "g",
  );

  // Of a pasted traceback the last error, without what differs from machine to machine: paths, addresses, numbers.
  const cleaned = (query) => {
    const errors = [...query.matchAll(ERROR)];
    if (!errors.length && !/Traceback|0x[0-9a-f]{4}/.test(query)) return query.slice(0, LONGEST_QUERY);
    const isPasted = query.includes("Traceback") || query.includes("File ");
    const text = isPasted && errors.length ? query.slice(errors.at(-1).index) : query;
    return text
      .replace(/\b(?:at )?0x[0-9a-f]+/gi, " ")
      .replace(/(?:[A-Z]:)?(?:[\\/][\w.+-]+){2,}/g, " ")
      .replace(/\bline \d+/g, " ")
      .replace(/\[(?:Errno|WinError) \d+\]|(?<![\w.])\d+(?![\w.])/g, " ")
      .slice(0, LONGEST_QUERY);
  };

  // A group of words with one meaning, by what a reader may say: words of Latin letters by their stems, others as text.
  const readGroups = (groups) => {
    const [latin, others] = [new Map(), new Map()];
    for (const [said, meant = said] of groups) {
      for (const words of said) {
        const [known, key] = isHan(words) ? [others, normal(words)] : [latin, termsOf(words, true).join(" ")];
        known.set(key, [...(known.get(key) ?? []), ...meant.filter((other) => other !== words)]);
      }
    }
    const han = [...others].sort((one, other) => other[0].length - one[0].length);
    const longest = Math.max(1, ...[...latin.keys()].map((key) => key.split(" ").length));
    return { latin, han, longest };
  };

  // ---- Index ----

  // Counts of each term by unit and field, and BM25F scores from them.
  class Index {
    constructor(units) {
      this.units = units;
      this.fields = FIELDS.map((_, field) => units.map((unit) => unit.fields[field]));
      this.counts = new Map(); // term -> unit -> count by field
      this.lengths = FIELDS.map(() => new Float64Array(units.length));
      units.forEach((unit, number) => unit.fields.forEach((text, field) => this.add(number, field, text)));
      this.factors = FIELDS.map(({ weight, length }, field) => {
        const all = this.lengths[field];
        const mean = all.reduce((sum, value) => sum + value, 0) / (all.length || 1) || 1;
        return all.map((value) => weight / (1 - length + (length * value) / mean));
      });
      this.found = new Map();
      this.terms = [...this.counts.keys()];
    }

    add(number, field, text) {
      eachTerm(text, (term) => {
        let byUnit = this.counts.get(term);
        if (!byUnit) this.counts.set(term, (byUnit = new Map()));
        let counts = byUnit.get(number);
        if (!counts) byUnit.set(number, (counts = [0, 0, 0, 0, 0]));
        counts[field]++;
        this.lengths[field][number]++;
      });
    }

    // Units that hold the words one after another: {idf, scores: unit -> score}.
    lookUp(words) {
      const known = this.found.get(words);
      if (known) return known;
      const terms = termsOf(words, true);
      const counts = terms.length === 1 ? this.counts.get(terms[0]) ?? new Map() : this.phrase(words, terms);
      const result = { idf: Math.log(1 + (this.units.length - counts.size + 0.5) / (counts.size + 0.5)), scores: new Map() };
      for (const [number, byField] of counts) {
        const sum = byField.reduce((total, count, field) => total + count * this.factors[field][number], 0);
        result.scores.set(number, (sum * (SATURATION + 1)) / (sum + SATURATION));
      }
      if (this.found.size > 2000) this.found.clear();
      this.found.set(words, result);
      return result;
    }

    phrase(words, terms) {
      const found = new Map();
      const all = terms.map((term) => this.counts.get(term));
      if (all.some((one) => !one) || !all.length) return found;
      all.sort((one, other) => one.size - other.size);
      const pattern = phrasePattern(words);
      for (const number of all[0].keys()) {
        if (!all.every((one) => one.has(number))) continue;
        const counts = this.fields.map((texts) => (texts[number].match(pattern) ?? []).length);
        if (counts.some((count) => count)) found.set(number, counts);
      }
      return found;
    }

    startingWith(start) {
      return this.terms.filter((term) => term.startsWith(start) && term !== start);
    }

    // The known words that `word` may be a misspelling of, the nearest first.
    likeliest(word) {
      const most = word.length > 7 ? 2 : 1;
      const found = [];
      for (const term of this.terms) {
        if (term.length < 3 || isHan(term)) continue;
        const far = distance(word, term, most);
        if (far <= most) {
          const frequent = Math.log(1 + this.counts.get(term).size) / 10;
          found.push([far - frequent + (term[0] === word[0] ? 0 : 0.4), term]);
        }
      }
      return found.sort((one, other) => one[0] - other[0]).map(([, term]) => term).slice(0, 3);
    }
  }

  // A pattern for words that stand one after another, in whatever form: `start methods`, `start_method`.
  const phrasePattern = (words) => {
    const pieces = [...words.matchAll(PIECES)].map(([piece]) => piece);
    const forms = pieces.map((piece) => (isHan(piece) ? piece : `${stem(piece.toLowerCase())}[a-z]*`));
    return new RegExp(forms.join("[\\s_.'\"()-]{0,3}"), "gi");
  };

  // ---- Query ----

  const option = (words, weight) => ({ words, weight });

  // Cuts a query into slots: each is a thing that the reader asks for, with the ways to say it. The first way is the
  // reader's own; the others weigh less. `weight` says how much of the query the slot is.
  class Query {
    constructor(text, index, groups) {
      this.text = cleaned(text);
      this.isError = this.text.search(ERROR) >= 0;
      this.index = index;
      this.slots = [];
      this.corrected = [];
      this.rest = normal(this.text);
      this.takeHanGroups(groups);
      this.takeWords(groups);
      this.slots.sort((one, other) => one.at - other.at);
      const key = (slot) => slot.options[0].words.toLowerCase();
      this.slots = this.slots.filter((slot, i) => this.slots.findIndex((other) => key(other) === key(slot)) === i);
      for (const slot of this.slots) {
        slot.found = slot.options.map((one) => index.lookUp(one.words));
        const idf = slot.found.filter((one) => one.scores.size).map((one) => one.idf);
        slot.isKnown = idf.length > 0;
        slot.value = slot.weight * (slot.isKnown ? Math.max(...idf) : Math.log(1 + index.units.length));
      }
      this.dropUnknown();
      this.value = this.slots.reduce((sum, slot) => sum + slot.value, 0);
    }

    add(at, weight, options) {
      this.slots.push({ at, weight, options });
    }

    takeHanGroups({ han }) {
      for (const [words, others] of han) {
        for (let at = this.rest.indexOf(words); at >= 0; at = this.rest.indexOf(words)) {
          this.takeHanGroup(words, at, words, others);
        }
      }
      for (const [words, others] of han) {
        const at = this.misspelled(words);
        if (at >= 0) this.takeHanGroup(this.rest.slice(at, at + words.length), at, words, others);
      }
    }

    takeHanGroup(typed, at, words, others) {
      const isRight = typed === words;
      if (!isRight) this.corrected.push([typed, words]);
      const options = [words, ...others].map((one, rank) => option(one, (rank ? SYNONYM : 1) * (isRight ? 1 : 0.9)));
      this.add(at, Math.min(2, Math.max(0.8, words.length / 2.5)), options);
      this.rest = this.rest.slice(0, at) + "\0".repeat(words.length) + this.rest.slice(at + words.length);
    }

    // Where the query has a word of three or more characters with one wrong character that makes no sense where it is.
    misspelled(words) {
      if (words.length < 3) return -1;
      for (let at = 0; at + words.length <= this.rest.length; at++) {
        const wrong = [...words].map((sign, i) => (sign === this.rest[at + i] ? -1 : i)).filter((i) => i >= 0);
        if (wrong.length !== 1 || (words.length === 3 && wrong[0] === 0)) continue;
        const [place] = wrong;
        const sign = this.rest[at + place];
        const pair = place ? this.rest[at + place - 1] + sign : sign + this.rest[at + place + 1];
        if (isHan(sign) && !this.index.counts.has(pair)) return at;
      }
      return -1;
    }

    takeWords(groups) {
      const pieces = [...this.rest.matchAll(PIECES)].map((match) => ({ word: match[0], at: match.index }));
      const contents = pieces.filter(({ word }) => !STOP.has(word));
      const isOnlyStops = !contents.length && !this.slots.length;
      for (let i = 0; i < pieces.length; ) {
        const taken = this.takeLatinGroup(pieces, i, groups);
        if (!taken) {
          const { word, at } = pieces[i];
          if (isHan(word)) this.takeHan(word, at, pieces.length + this.slots.length === 1);
          else if (isOnlyStops || !STOP.has(word)) this.takeWord(word, at, i === pieces.length - 1);
        }
        i += taken || 1;
      }
    }

    // The longest run of words from the i-th that a group knows; returns how many.
    takeLatinGroup(pieces, i, { latin, longest }) {
      for (let n = Math.min(longest, pieces.length - i); n > 0; n--) {
        const words = pieces.slice(i, i + n);
        const last = words.at(-1);
        const own = this.text.slice(words[0].at, last.at + last.word.length);
        const others = latin.get(termsOf(own, true).join(" "));
        if (!others || (n === 1 && isHan(own))) continue;
        const options = [option(own, 1), ...others.map((other) => option(other, SYNONYM))];
        if (n === 1) options.push(...this.formsOf(own, i === pieces.length - 1));
        this.add(words[0].at, this.weightAt(last) * (0.7 + 0.3 * n), options);
        return n;
      }
      return 0;
    }

    takeHan(word, at, isAlone) {
      const bare = word.replace(STOP_HAN, (stop) => "\0".repeat(stop.length));
      const runs = [...(/[^\0]/.test(bare) || !isAlone ? bare : word).matchAll(/[^\0]+/g)];
      for (const { 0: run, index: start } of runs) {
        if (run.length === 1) this.add(at + start, 0.4, [option(run, 1)]);
        const weight = 1 / Math.sqrt(Math.max(1, run.length - 1));
        for (let i = 0; i + 1 < run.length; i++) this.add(at + start + i, weight, [option(run.slice(i, i + 2), 1)]);
      }
    }

    takeWord(word, at, isLast) {
      const own = this.text.slice(at, at + word.length);
      const options = [option(own, 1)];
      const parts = termsOf(own).slice(1);
      if (parts.length > 1) options.push(option(parts.join(" "), 0.8));
      this.add(at, this.weightAt({ word, at }), [...options, ...this.formsOf(own, isLast)]);
    }

    // What stands before a dot only says where the name after it belongs.
    weightAt({ word, at }) {
      return /^\.[a-z_]/i.test(this.text.slice(at + word.length)) ? OWNER : 1;
    }

    // Words that begin like the one that is being typed, or that it may be a misspelling of.
    formsOf(word, isLast) {
      const term = stem(word.toLowerCase());
      const isKnown = this.index.counts.has(term);
      const forms = [];
      if ((isLast || !isKnown) && word.length > 1) {
        const longer = this.index.startingWith(word.toLowerCase());
        const size = (one) => this.index.counts.get(one).size;
        longer.sort((one, other) => size(other) - size(one) || one.length - other.length);
        forms.push(...longer.slice(0, 12).map((one) => option(one, PREFIX * Math.sqrt(word.length / one.length))));
      }
      if (!isKnown && !forms.length && word.length > 3 && !this.isQuoted(word)) {
        const likely = this.index.likeliest(term);
        if (likely.length) this.corrected.push([word, likely[0]]);
        forms.push(...likely.map((one, rank) => option(one, TYPO * (rank ? 0.7 : 1))));
      }
      return forms;
    }

    // A name in an error text that was chosen by whoever wrote the program.
    isQuoted(word) {
      return this.isError && new RegExp(`['"<]${word}\\b`).test(this.text);
    }

    // Pairs of characters across two Chinese words, and names from the reader's own program, are found nowhere.
    dropUnknown() {
      if (!this.slots.some((slot) => slot.isKnown)) return;
      this.slots = this.slots.filter((slot) => slot.isKnown || !(this.isError || isHan(slot.options[0].words)));
    }
  }

  // ---- Ranking ----

  // Sum over the slots of the best way in which a unit says each, lowered by what the unit lacks.
  const baseScores = (query) => {
    const totals = new Map();
    for (const slot of query.slots) {
      const best = new Map();
      slot.options.forEach(({ weight }, way) => {
        const { idf, scores } = slot.found[way];
        for (const [number, score] of scores) {
          const value = slot.weight * weight * idf * score;
          if (value > (best.get(number)?.value ?? 0)) best.set(number, { value, weight });
        }
      });
      for (const [number, { value, weight }] of best) {
        const total = totals.get(number) ?? { score: 0, covered: 0 };
        total.score += value;
        total.covered += (slot.value * Math.min(1, weight + 0.15)) / query.value;
        totals.set(number, total);
      }
    }
    return totals;
  };

  // The words of a name, each with the terms that it is made of.
  const wordsOf = (name) => {
    const words = [];
    for (const [piece] of name.matchAll(PIECES)) {
      if (isHan(piece)) termsOf(piece).forEach((term) => words.push([term]));
      else if (!STOP.has(piece.toLowerCase())) words.push([...new Set(termsOf(piece))]);
    }
    return words;
  };

  // How well a query and a name fit, 0 to 1: the harmonic mean of how much of each is in the other.
  const fit = (query, words, index) => {
    const idf = (term) => index.lookUp(term).idf;
    const terms = new Set(words.flat());
    const said = new Map();
    let found = 0;
    for (const slot of query.slots) {
      let best = 0;
      for (const { words: way, weight } of slot.options) {
        const own = termsOf(way, true);
        if (!own.every((term) => terms.has(term))) continue;
        best = Math.max(best, weight);
        for (const term of own) said.set(term, Math.max(said.get(term) ?? 0, weight));
      }
      found += slot.value * best;
    }
    if (!found) return 0;
    let all = 0;
    let covered = 0;
    for (const [whole, ...parts] of words) {
      const value = idf(whole);
      const byParts = parts.length ? Math.min(...parts.map((part) => said.get(part) ?? 0)) : 0;
      all += value;
      covered += value * Math.max(said.get(whole) ?? 0, byParts);
    }
    const [recall, precision] = [found / query.value, all ? covered / all : 0];
    return recall + precision ? (2 * recall * precision) / (recall + precision) : 0;
  };

  // ---- Results ----

  // What stands around the words that were found: {text, marks}, with whole words at both ends.
  const excerptOf = (text, query, size) => {
    const marks = marksIn(text, query);
    let [best, from] = [0, 0];
    for (let i = 0; i < marks.length; i++) {
      const near = marks.slice(i).filter(([, end]) => end <= marks[i][0] + size * 0.7);
      const words = new Set(near.map(([start, end]) => normal(text.slice(start, end))));
      if (words.size > best) [best, from] = [words.size, marks[i][0]];
    }
    let start = Math.max(0, from - Math.round(size / 4));
    if (start) start += (text.slice(start, from).search(/[\s，。；：、]/) + 1 || 0);
    const end = Math.min(text.length, start + size);
    const inside = marks.filter((mark) => mark[0] >= start && mark[1] <= end);
    const shown = text.slice(start, end).replace(/\n/g, " ");
    const before = start ? "… " : "";
    const shift = before.length - start;
    return {
      excerpt: before + shown + (end < text.length ? " …" : ""),
      marks: inside.map((mark) => [mark[0] + shift, mark[1] + shift]),
    };
  };

  // Where the words of a query stand in a text, joined where they touch.
  const marksIn = (text, query) => {
    const found = [];
    const terms = new Set();
    for (const { words } of query.slots.flatMap((slot) => slot.options)) {
      const own = termsOf(words, true);
      if (own.length === 1 && words.length > 1) terms.add(own[0]);
      else for (const match of text.matchAll(phrasePattern(words))) found.push([match.index, match.index + match[0].length]);
    }
    eachTerm(text, (term, start, end) => terms.has(term) && found.push([start, end]));
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const joined = [];
    for (const [start, end] of found) {
      const last = joined.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  };

  // The units of the data as one list; those of the text file come behind them, and fill in what they lack.
  const readTitles = ({ pages }) => {
    const units = [];
    for (const [page, [address, own]] of pages.entries()) {
      const first = units.length;
      for (const [kind, parent, label, title, names, api] of own) {
        const url = parent < 0 ? address : `${address}#${label}`;
        units.push({ kind, page, label, title, names, api, url, parent: parent < 0 ? -1 : first + parent, twin: [], text: "", code: "" });
      }
    }
    return units;
  };

  const readText = (titles, pages) => {
    const units = titles.map((unit) => ({ ...unit }));
    const firsts = new Map();
    units.forEach((unit, number) => unit.parent < 0 && firsts.set(unit.page, number));
    for (const [page, [own, examples]] of pages.entries()) {
      const first = firsts.get(page);
      own.forEach(([twin, text, code], number) => Object.assign(units[first + number], { twin, text, code }));
      const [address] = units[first].url.split("#");
      for (const [parent, label, title, names, twin, code] of examples) {
        const place = { page, label, url: `${address}#${label}`, parent: first + parent };
        units.push({ kind: "example", title, names, api: [], twin, text: "", code, ...place });
      }
    }
    return units;
  };

  // `Pool.map` of `multiprocessing.pool.Pool.map`.
  const shortName = (name) => name.split(".").slice(-2).join(".");

  const prepare = (units) => {
    for (const unit of units) {
      unit.path = [];
      for (let parent = unit.parent; parent >= 0; parent = units[parent].parent) unit.path.unshift(units[parent].title);
      const names = [...unit.names, ...unit.twin, ...unit.api.map(shortName)];
      unit.fields = [unit.title, names.join("\n"), unit.path.join("\n"), unit.text, unit.code];
      unit.titleWords = wordsOf(unit.title);
      unit.nameWords = [...unit.names, ...unit.twin].map(wordsOf);
      unit.apiWords = unit.api.map((name) => wordsOf(shortName(name)));
    }
    return units;
  };

  const create = (titles, Engine = Index) => {
    const groups = readGroups(titles.terms);
    const small = readTitles(titles);
    const size = titles.edition === "zh" ? 80 : 160;
    let units = prepare(small);
    let index = new Engine(units);

    const rank = (query) => {
      const ranked = [];
      const phrase = query.slots.length > 1 ? index.lookUp(query.text.trim()) : { scores: new Map() };
      for (const [number, { score, covered }] of baseScores(query)) {
        const unit = units[number];
        const inTitle = TITLE_FIT * fit(query, unit.titleWords, index) ** 2;
        const inNames = NAME_FIT * Math.max(0, ...unit.nameWords.map((words) => fit(query, words, index))) ** 2;
        const inApi = NAME_FIT * Math.max(0, ...unit.apiWords.map((words) => fit(query, words, index))) ** 2;
        const bonus = Math.max(inTitle, inNames, inApi) / 4 + (phrase.scores.get(number) ?? 0) * PHRASE / 16;
        const value = (score + query.value * bonus) * covered ** COVERED * KINDS[unit.kind];
        ranked.push({ number, value, isApi: inApi > inTitle && inApi > NAME_FIT * 0.5 });
      }
      return ranked.sort((one, other) => other.value - one.value || one.number - other.number);
    };

    const show = ({ number, isApi }, query) => {
      const { label, url, page, path, title, kind, text, code } = units[number];
      const inText = excerptOf(text, query, size);
      const { excerpt, marks } = inText.marks.length || !code ? inText : excerptOf(code, query, size);
      const shown = isApi && (kind === "section" || kind === "page") ? "api" : kind;
      return { label, url, page, path, title, titleMarks: marksIn(title, query), kind: shown, excerpt, marks };
    };

    const understand = (text) => new Query(text, index, groups);

    return {
      addText(text) {
        units = prepare(readText(small, text));
        index = new Engine(units);
      },
      find(text, limit = 20) {
        const query = understand(text);
        const perPage = new Map();
        const shown = [];
        if (!query.slots.length) return shown;
        for (const result of rank(query)) {
          const { page } = units[result.number];
          perPage.set(page, (perPage.get(page) ?? 0) + 1);
          if (perPage.get(page) <= PER_PAGE) shown.push(show(result, query));
          if (shown.length === limit) break;
        }
        return shown;
      },
      read(text) {
        const { text: cut, corrected } = understand(text);
        return { text: cut, corrected };
      },
      marksIn: (text, query) => marksIn(text, understand(query)),
    };
  };

  return { create, Index, helpers: { stem, termsOf, distance, cleaned, phrasePattern } };
})();
