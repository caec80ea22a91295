// The search: pure functions over the data of search-titles.js and search-text.js, with no page around them.
//
//   const search = bookSearch.create(bookSearchData.titles);   // finds titles and names
//   search.addText(bookSearchData.text);                       // from now on everything
//   search.find("join hangs", 10)      -> [{label, url, page, path, title, titleMarks, kind, excerpt, marks}]
//   search.read("jion hangs")          -> {text: "join hangs", corrected: [["jion", "join"]]}: how it was understood
//   search.nearest("jxxn", 5)          -> ["join()", ...]: names to offer where nothing was found
//   search.marksIn(text, "join hangs") -> [[start, end], ...]: where the words stand in any text
//
// `kind` is page, section, error, term, example, or api (a section found by a name of Python's library). `url` is seen
// from the root of the edition, `page` is the number of the page, `path` the titles that a result stands under. `marks`
// and `titleMarks` are places in `excerpt` and `title`, from left to right. Everything is text: nothing is HTML.
globalThis.bookSearch = (() => {
  "use strict";

  const LONGEST_QUERY = 300;
  // Fields of a unit, in this order: title, names, what it stands under, what readers ask, text, code. `length` says how
  // much a word counts less in a long one.
  const FIELDS = [
    { weight: 3.0, length: 0.5 },
    { weight: 2.2, length: 0.1 },
    { weight: 0.7, length: 0.3 },
    { weight: 1.5, length: 0.4 },
    { weight: 1.0, length: 0.6 },
    { weight: 0.4, length: 0.6 },
  ];
  const SATURATION = 1.6; // how soon one more occurrence of a word stops to count
  const SAME = 0.9, MEANT = 0.75, PREFIX = 0.55, PARTS = 0.8, OWNER = 0.3; // ways to say a word, against the word itself
  const TITLE_FIT = 2.25, NAME_FIT = 1.9, CODE_FIT = 2.7, ASKED_FIT = 0.7, PHRASE = 0.25; // against all that a query is worth
  const COVERED = 1.6; // how much a result suffers that lacks a word of the query
  const AXES = 64, ROUNDS = 5; // how many directions of meaning are kept, and how closely they are found
  const ABOUT = 1, MENTIONED = 0.4, EXAMPLE_NEAR = 0.9; // what it is about, against all else; words that mean the same
  const KINDS = { page: 1.1, section: 1, error: 1, term: 0.9, example: 0.75 };
  const ASIDE = /-(?:try|when-not|see)$/; // exercises, and when not to use it: sections that each page has
  const ASIDE_WEIGHT = 0.8, HEADING_WEIGHT = 0.7; // the latter for a section that only holds others
  const PER_PAGE = 4;

  // ---- Text ----

  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff";
  const IS_HAN = new RegExp(`[${HAN}]`);
  const isHan = (text) => IS_HAN.test(text);
  const PIECES = new RegExp(`[${HAN}]+|[a-z_][a-z0-9_]*|\\d+(?:\\.\\d+)*`, "gi");
  const NAME_PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
  const HAS_PARTS = /[a-z][A-Z]|[A-Z]{2}[a-z]|._./;

  // Full-width letters and signs as ASCII, and straight quotes, without a change of length.
  const plain = (text) =>
    text
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"');

  const normal = (text) => plain(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());

  // The trunk of an English word, the same for all its forms: `sharing`, `shared`, `shares` are `shar`.
  const stem = (word) => {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    let trunk = word;
    if (/ies$/.test(trunk)) trunk = trunk.replace(/ies$/, "y");
    else if (/(?:x|z|ch|sh|ss)es$/.test(trunk)) trunk = trunk.slice(0, -2);
    else if (/[^sui]s$/.test(trunk)) trunk = trunk.slice(0, -1);
    const cut = trunk.replace(/(?:ing|ed)$/, "");
    if (cut !== trunk && cut.length > 2 && /[aeiouy]/.test(cut)) trunk = cut.replace(/([bdgmnprt])\1$/, "$1");
    return trunk.length > 3 ? trunk.replace(/e$/, "") : trunk;
  };

  const withoutUnderscores = (name) => name.replace(/^_+|_+$/g, "") || name;

  const termOf = (word) => stem(withoutUnderscores(word).toLowerCase());

  // Calls `take(term, start, end)` for each term: English words by their stems, names whole and, unless `whole` is set,
  // by their parts too, Chinese by overlapping pairs of characters.
  const eachTerm = (text, take, whole = false) => {
    for (const { 0: word, index: at } of text.matchAll(PIECES)) {
      if (isHan(word)) {
        if (word.length === 1) take(word, at, at + 1);
        for (let i = 0; i + 1 < word.length; i++) take(word.slice(i, i + 2), at + i, at + i + 2);
        continue;
      }
      const bare = withoutUnderscores(word);
      take(stem(bare.toLowerCase()), at, at + word.length);
      if (whole || !HAS_PARTS.test(bare)) continue;
      for (const { 0: part, index } of bare.matchAll(NAME_PARTS)) {
        const start = at + word.indexOf(bare) + index;
        take(stem(part.toLowerCase()), start, start + part.length);
      }
    }
  };

  const termsOf = (text, whole = false) => {
    const terms = [];
    eachTerm(text, (term) => terms.push(term), whole);
    return terms;
  };

  const wholeTerms = (text) => termsOf(text, true);

  // Fits words that stand one after another, in whatever form: `start methods`, `start_method`.
  const phrasePattern = (words) => {
    const pieces = [...words.matchAll(PIECES)].map(([piece]) => piece);
    const forms = pieces.map((piece) => (isHan(piece) ? piece : `${stem(piece.toLowerCase())}[a-z]*`));
    return new RegExp(`${isHan(words[0] ?? "") ? "" : "(?<![a-z0-9])"}${forms.join("[\\s_.,:;'\"()、，：-]{0,3}")}`, "gi");
  };

  // Damerau's distance of two words, up to `most`: neighbors that are swapped count once.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  const hasSameLetters = (one, other) => [...one].sort().join() === [...other].sort().join();

  // A way to say something, and how well it does.
  const way = (words, weight) => ({ words, weight, terms: wholeTerms(words) });

  // ---- Words that mean the same ----

  // By what a reader may say: Chinese as text, the longest first; others by their terms, joined by spaces.
  const readGroups = ({ terms: groups, sounds = [] }) => {
    const [latin, others] = [new Map(), new Map()];
    const said = new Map(); // term -> word
    for (const [own, meant = own] of groups) {
      for (const words of own) {
        const [known, key] = isHan(words) ? [others, normal(words)] : [latin, wholeTerms(words).join(" ")];
        const weight = meant === own ? SAME : MEANT;
        const ways = meant.filter((other) => other !== words).map((other) => way(other, weight));
        known.set(key, [...(known.get(key) ?? []), ...ways]);
        if (known === latin) eachTerm(words, (term, start, end) => said.set(term, words.slice(start, end).toLowerCase()), true);
      }
    }
    const keys = [...latin.keys()].map((key) => key.split(" "));
    const han = [...others].sort((one, other) => other[0].length - one[0].length);
    const soundOf = new Map(sounds.flatMap((signs, number) => [...signs].map((sign) => [sign, number])));
    return { latin, han, said, sounds: soundOf, longest: Math.max(1, ...keys.map((key) => key.length)) };
  };

  // ---- Index ----

  // Counts of each term by unit and field, and BM25F scores from them. `said` are words that are known, too.
  class Index {
    constructor(units, said) {
      this.units = units;
      this.said = said;
      this.counts = new Map(); // term -> unit -> count by field
      this.spellings = new Map([...said].map(([term, word]) => [word, term])); // each word as it is written -> its term
      this.named = new Set(); // the terms of titles and names
      this.lengths = FIELDS.map(() => new Float64Array(units.length));
      units.forEach((unit, number) => unit.fields.forEach((text, field) => this.add(number, field, text)));
      this.factors = FIELDS.map(({ weight, length }, field) => {
        const lengths = this.lengths[field];
        const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length || 1;
        return lengths.map((one) => weight / (1 - length + (length * one) / mean));
      });
      this.terms = [...new Set([...this.counts.keys(), ...said.keys()])].filter((term) => !isHan(term)).sort();
      this.found = new Map();
    }

    add(number, field, text) {
      eachTerm(text, (term, start, end) => {
        if (!isHan(term)) this.spellings.set(withoutUnderscores(text.slice(start, end).toLowerCase()), term);
        if (field < 2) this.named.add(term);
        let byUnit = this.counts.get(term);
        if (!byUnit) this.counts.set(term, (byUnit = new Map()));
        let counts = byUnit.get(number);
        if (!counts) byUnit.set(number, (counts = FIELDS.map(() => 0)));
        counts[field]++;
        this.lengths[field][number]++;
      });
    }

    has(term) {
      return this.counts.has(term);
    }

    knows(term) {
      return this.has(term) || this.said.has(term);
    }

    // In how many units a term is.
    size(term) {
      return this.counts.get(term)?.size ?? 0;
    }

    // What a word is worth that is in so many units.
    worth(size) {
      return Math.log(1 + (this.units.length - size + 0.5) / (size + 0.5));
    }

    // Units that hold the words one after another: {worth, scores: unit -> score}.
    lookUp(words) {
      let result = this.found.get(words);
      if (!result) {
        const terms = wholeTerms(words);
        const counts = terms.length === 1 && words.length > 1 ? this.counts.get(terms[0]) : this.phrase(words, terms);
        result = { worth: this.worth(counts?.size ?? 0), scores: this.scores(counts ?? []) };
        if (this.found.size > 2000) this.found.clear(); // a long day of typing
        this.found.set(words, result);
      }
      return result;
    }

    scores(counts) {
      const scores = new Map();
      for (const [number, byField] of counts) {
        let sum = 0;
        for (let field = 0; field < FIELDS.length; field++) sum += byField[field] * this.factors[field][number];
        scores.set(number, (sum * (SATURATION + 1)) / (sum + SATURATION));
      }
      return scores;
    }

    // Counts of a phrase, or of a single Chinese character, which is no term where it stands among others.
    phrase(words, terms) {
      const found = new Map();
      const holders = words.length > 1 ? terms.map((term) => this.counts.get(term)) : [this.units];
      if (!terms.length || holders.some((one) => !one)) return found;
      holders.sort((one, other) => (one.size ?? 0) - (other.size ?? 0));
      const pattern = phrasePattern(words);
      for (const number of holders[0].keys()) {
        if (words.length > 1 && !holders.every((one) => one.has(number))) continue;
        const counts = this.units[number].fields.map((text) => (text.match(pattern) ?? []).length);
        if (counts.some((count) => count)) found.set(number, counts);
      }
      return found;
    }

    // Longer words with this beginning, the most frequent first.
    startingWith(beginning) {
      const start = beginning.toLowerCase();
      let [from, to] = [0, this.terms.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (this.terms[middle] < start) from = middle + 1;
        else to = middle;
      }
      const longer = [];
      for (; from < this.terms.length && this.terms[from].startsWith(start); from++) {
        if (this.terms[from] !== start) longer.push(this.terms[from]);
      }
      return longer.sort((one, other) => this.size(other) - this.size(one) || one.length - other.length);
    }

    // The known word that this one may be a misspelling of, if there is one. A letter too many, too few, or at the wrong
    // place is likelier than a wrong one, and what the book has a name for is likelier than any other word.
    likeliest(word) {
      const most = word.length > 7 ? 2 : 1;
      let [best, nearest] = [undefined, Infinity];
      for (const [spelling, term] of this.spellings) {
        if (spelling.length < 3 || Math.abs(spelling.length - word.length) > most) continue;
        const far = distance(word, spelling, most);
        if (far > most) continue;
        const isNear = spelling[0] === word[0] && (spelling.length !== word.length || hasSameLetters(word, spelling));
        const cost = far - Math.log(1 + this.size(term)) / 10 - (this.named.has(term) ? 0.2 : 0) + (isNear ? 0 : 0.3);
        if (cost < nearest) [best, nearest] = [spelling, cost];
      }
      return best;
    }
  }

  // ---- What a text is about ----

  // Latent semantic analysis (Deerwester et al. 1990, Journal of the American Society for Information Science 41(6)): of
  // the table of units and terms only the main directions are kept. Units that say the same with other words lie near each
  // other there, so that the section that a question is about may come first though it has few of its words.
  class Topics {
    constructor(units, index) {
      this.index = index;
      this.units = units.flatMap(({ kind }, number) => (kind === "example" ? [] : [number])); // an example is its section's
      this.rows = new Map(this.units.map((number, row) => [number, row]));
      this.lengths = new Float64Array(this.units.length);
      this.axes = this.mainAxes(this.readTable());
      const extents = this.units.map((_, row) => Math.hypot(...this.axes.map((axis) => axis[row])));
      this.extents = extents.map((extent) => extent || 1);
    }

    // The table, each row of length 1, term by term: `rows` and `values` of the cells that are not empty, and where each
    // term ends.
    readTable() {
      const [rows, values, ends] = [[], [], []];
      for (const counts of this.index.counts.values()) {
        if (counts.size < 2) continue; // a word of one unit joins nothing
        for (const [number, score] of this.index.scores(counts)) {
          if (!this.rows.has(number)) continue;
          rows.push(this.rows.get(number));
          values.push(score * this.index.worth(counts.size));
        }
        ends.push(rows.length);
      }
      rows.forEach((row, cell) => (this.lengths[row] += values[cell] ** 2));
      this.lengths = this.lengths.map((sum) => Math.sqrt(sum) || 1);
      return { rows, ends, values: values.map((value, cell) => value / this.lengths[rows[cell]]) };
    }

    // Singular vectors of the table by units, the largest first: by subspace iteration from a start that is always the same.
    mainAxes({ rows, values, ends }) {
      let seed = 1;
      const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
      const count = Math.min(AXES, Math.ceil(this.units.length / 8));
      let axes = Array.from({ length: count }, () => Float64Array.from(this.units, next));
      const turn = (axis) => {
        const turned = new Float64Array(axis.length);
        let start = 0;
        for (const end of ends) {
          let sum = 0;
          for (let cell = start; cell < end; cell++) sum += values[cell] * axis[rows[cell]];
          for (let cell = start; cell < end; cell++) turned[rows[cell]] += values[cell] * sum;
          start = end;
        }
        return turned;
      };
      for (let round = 0; round < ROUNDS; round++) axes = orthonormal(axes.map(turn));
      return axes;
    }

    // By unit, how near it is to what the query is about: the nearest is 1.
    near(query) {
      const fits = new Float64Array(this.units.length);
      for (const [term, weight] of query.mentioned()) {
        const counts = this.index.counts.get(term) ?? [];
        const worth = weight * this.index.worth(counts.size) ** 2;
        for (const [number, score] of this.index.scores(counts)) {
          const row = this.rows.get(number);
          if (row !== undefined) fits[row] += (worth * score) / this.lengths[row];
        }
      }
      const seen = new Float64Array(fits.length);
      for (const axis of this.axes) addTimes(seen, dot(axis, fits), axis);
      const nearness = seen.map((value, row) => value / this.extents[row]);
      const most = Math.max(...nearness);
      return new Map(this.units.map((number, row) => [number, most > 0 ? Math.max(0, nearness[row] / most) : 0]));
    }
  }

  const dot = (one, other) => {
    let sum = 0;
    for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
    return sum;
  };

  // Adds a multiple of one vector to another.
  const addTimes = (sum, factor, vector) => {
    for (let i = 0; i < sum.length; i++) sum[i] += factor * vector[i];
  };

  // The same space, by vectors of length 1 that are at right angles (Gram and Schmidt); 0 for one that adds nothing.
  const orthonormal = (vectors) => {
    vectors.forEach((vector, number) => {
      for (let before = 0; before < number; before++) addTimes(vector, -dot(vectors[before], vector), vectors[before]);
      const length = Math.sqrt(dot(vector, vector));
      for (let i = 0; i < vector.length; i++) vector[i] = length > 1e-9 ? vector[i] / length : 0;
    });
    return vectors;
  };

  // ---- Query ----

  const ERROR = /(?:[A-Za-z_]\w*\.)*(?:[A-Z]\w*(?:Error|Warning|Exception)|_?queue\.(?:Empty|Full))\b/g;
  const STOP = new Set(
    ("a about all am an and any are as at be been between but by can cannot could did do does doesn don for from had has have how " +
      "i if in into is isn it its me my of on or our should so that the their them then there these they this to use " +
      "used using via want was way we were what when where which while who why will with would you your").split(" "),
  );
  const STOP_HAN = new RegExp(
    "为什么|为啥|怎么样|怎么办|怎么|怎样|如何|什么是|是什么|什么|哪些|哪个|哪里|可以|能否|能不能|能用|是否|有没有|请问|有什么|区别|" +
      "一个|一下|我的|应该|需要|时候|的话|到底|而不是|以后|之后|里面|总是|一直|会怎样|用来|" +
      "[的了吗呢吧啊呀我你它在和与跟或及是把被给让从对于中里上会能要想用做比还更再多很都也就才]",
    "g",
  );

  const PASTED = /Traceback|File "/;

  // The end of a traceback. Where the error says little, the line of code above it says more.
  const lastError = (text, at) => {
    const error = text.slice(at);
    const line = text.slice(text.lastIndexOf('File "', at), at).replace(/^File "[^"]*", line \d+, in \S+/, "");
    return error.split(/\s+/).length > 9 ? error : `${error} ${line.slice(0, 100)}`;
  };

  // Of a pasted traceback the last error, without what differs from machine to machine: paths, addresses, numbers.
  const cleaned = (query) => {
    const near = query.length > 20 * LONGEST_QUERY ? query.slice(-20 * LONGEST_QUERY) : query;
    const errors = [...near.matchAll(ERROR)];
    const isPasted = PASTED.test(near);
    if (!errors.length && !isPasted && !/0x[0-9a-f]{4}/.test(near)) return query.slice(0, LONGEST_QUERY);
    return (isPasted && errors.length ? lastError(near, errors.at(-1).index) : near)
      .replace(/\b(?:at )?0x[0-9a-f]+/gi, " ")
      .replace(/(?:[A-Z]:)?(?:[\\/][\w.+-]+){2,}/g, " ")
      .replace(/\bline \d+/g, " ")
      .replace(/\[(?:Errno|WinError) \d+\]|(?<![\w.])\d+(?![\w.])/g, " ")
      .slice(0, LONGEST_QUERY);
  };

  // A query, cut into slots: each is a thing that the reader asks for, with the ways to say it. The first way is the
  // reader's own; the others weigh less. `weight` says how much of the query the slot is, `worth` how rare it is too.
  class Query {
    constructor(text, index, groups) {
      this.index = index;
      this.groups = groups;
      this.corrected = [];
      const cut = cleaned(plain(text));
      this.isError = cut.search(ERROR) >= 0;
      this.isName = /^[\w.]+(?:\(.*\))?$/.test(cut.trim()) && /[A-Z_.(]/.test(cut);
      this.text = PASTED.test(text) ? cut : this.correctHan(this.correctWords(cut));
      this.rest = normal(this.text);
      this.slots = [];
      this.takeHanGroups();
      this.takeWords();
      this.keepOnce();
      for (const slot of this.slots) {
        slot.found = slot.ways.map(({ words }) => index.lookUp(words));
        const worths = slot.found.filter(({ scores }) => scores.size).map(({ worth }) => worth);
        slot.isKnown = worths.length > 0;
        slot.worth = slot.weight * (slot.isKnown ? Math.max(...worths) : index.worth(0));
      }
      this.dropUnknown();
      this.worth = this.slots.reduce((sum, { worth }) => sum + worth, 0);
      this.terms = new Set(this.slots.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms)));
    }

    // Terms that tell what it is about, with their weights: its own, and less those that mean the same.
    mentioned() {
      const weights = new Map();
      for (const { ways } of this.slots) {
        for (const { terms, weight } of ways.slice(1)) {
          for (const term of terms) weights.set(term, Math.max(weights.get(term) ?? 0, (MENTIONED * weight) / terms.length));
        }
      }
      for (const term of wholeTerms(this.text)) if (!STOP.has(term)) weights.set(term, 1);
      return weights;
    }

    // Puts the likeliest words in the place of those that nobody knows.
    correctWords(text) {
      return text.replace(PIECES, (word) => {
        const isOwn = this.isError && new RegExp(`['"<]${word}\\b`).test(text); // of the reader's own program
        if (isHan(word) || isOwn || this.isKnown(word)) return word;
        const likely = this.index.likeliest(withoutUnderscores(word.toLowerCase()));
        if (likely) this.corrected.push([word, likely]);
        return likely ?? word;
      });
    }

    isKnown(word) {
      const term = termOf(word);
      return word.length < 4 || STOP.has(term) || this.index.knows(term) || this.index.startingWith(word).length > 0;
    }

    // Puts a Chinese word where a character of it is wrong and makes no sense: one that sounds alike, or in a longer word
    // any. Where several words would do, it is the most frequent one.
    correctHan(text) {
      if (!isHan(text)) return text;
      const { han } = this.groups;
      const rest = han.reduce((left, [known]) => left.replaceAll(known, (found) => "\0".repeat(found.length)), text);
      let best = { value: -1 };
      for (const [known] of han) {
        for (let at = 0; known.length > 1 && at + known.length <= text.length; at++) {
          const wrong = this.wrongIn(text.slice(at, at + known.length), known, rest.slice(at));
          if (!wrong) continue;
          const value = this.index.lookUp(known).scores.size + (wrong === "alike" ? 1000 : 0);
          if (value > best.value) best = { value, known, at };
        }
      }
      if (best.value < 0) return text;
      const end = best.at + best.known.length;
      this.corrected.push([text.slice(best.at, end), best.known]);
      return text.slice(0, best.at) + best.known + text.slice(end);
    }

    // Whether what was typed may be a known word with characters that sound "alike", or with "another" one; undefined if
    // it is not. `rest` is the text from there on, without the words that are right.
    wrongIn(typed, known, rest) {
      const wrong = [...known].flatMap((sign, i) => (typed[i] === sign ? [] : [i]));
      const makesSense = (i) => !isHan(rest[i]) || this.index.has(i ? typed.slice(i - 1, i + 1) : typed.slice(0, 2));
      if (!wrong.length || wrong.some(makesSense)) return undefined;
      const { sounds } = this.groups;
      if (wrong.every((i) => sounds.has(known[i]) && sounds.get(known[i]) === sounds.get(typed[i]))) return "alike";
      const isLikely = wrong.length === 1 && known.length > 2 && !(known.length === 3 && wrong[0] === 0);
      return isLikely ? "another" : undefined;
    }

    add(at, weight, ways) {
      this.slots.push({ at, weight, ways });
    }

    takeHanGroups() {
      for (const [words, others] of this.groups.han) {
        for (let at = this.rest.indexOf(words); at >= 0; at = this.rest.indexOf(words)) {
          const weight = Math.min(2, Math.max(0.8, words.length / 2.5));
          this.add(at, weight, [way(words, 1), ...others]);
          this.rest = this.rest.slice(0, at) + "\0".repeat(words.length) + this.rest.slice(at + words.length);
        }
      }
    }

    takeWords() {
      const pieces = [...this.rest.matchAll(PIECES)].map((match) => ({ word: match[0], at: match.index }));
      const isOnlyStops = !this.slots.length && pieces.every(({ word }) => STOP.has(word));
      for (let i = 0; i < pieces.length; ) {
        const { word, at } = pieces[i];
        const taken = this.takeLatinGroup(pieces, i);
        if (!taken && isHan(word)) this.takeHan(word, at, pieces.length + this.slots.length === 1);
        else if (!taken && (isOnlyStops || !STOP.has(word))) this.takeWord(word, at, i === pieces.length - 1);
        i += taken || 1;
      }
    }

    // The longest run of words from the i-th that a group knows; returns how many.
    takeLatinGroup(pieces, i) {
      for (let n = Math.min(this.groups.longest, pieces.length - i); n > 0; n--) {
        const last = pieces[i + n - 1];
        const own = this.text.slice(pieces[i].at, last.at + last.word.length);
        const others = isHan(own) ? undefined : this.groups.latin.get(wholeTerms(own).join(" "));
        if (!others || (n === 1 && this.isError)) continue; // an error text means what it says
        const ways = [way(own, 1), ...others];
        if (n === 1) ways.push(...this.longerForms(own, i === pieces.length - 1));
        this.add(pieces[i].at, this.weightAt(last) * (0.7 + 0.3 * n), ways);
        return n;
      }
      return 0;
    }

    takeHan(word, at, isAlone) {
      const bare = word.replace(STOP_HAN, (stop) => "\0".repeat(stop.length));
      const runs = (/[^\0]/.test(bare) || !isAlone ? bare : word).matchAll(/[^\0]+/g);
      for (const { 0: run, index: start } of runs) {
        if (run.length === 1) this.add(at + start, 0.4, [way(run, 1)]);
        const weight = 1 / Math.max(1, run.length - 1) ** 0.3;
        for (let i = 0; i + 1 < run.length; i++) this.add(at + start + i, weight, [way(run.slice(i, i + 2), 1)]);
      }
    }

    takeWord(word, at, isLast) {
      const own = this.text.slice(at, at + word.length);
      const parts = termsOf(own).slice(1);
      const ways = [way(own, 1), ...(parts.length > 1 ? [way(parts.join(" "), PARTS)] : [])];
      this.add(at, this.weightAt({ word, at }), [...ways, ...this.longerForms(own, isLast)]);
    }

    // What stands before a dot only says where the name after it belongs.
    weightAt({ word, at }) {
      return /^\.[a-z_]/i.test(this.text.slice(at + word.length)) ? OWNER : 1;
    }

    // Words that begin like the one that is being typed, or like one that is none.
    longerForms(word, isLast) {
      if (word.length < 2 || !(isLast || !this.index.has(termOf(word)))) return [];
      const longer = this.index.startingWith(word).slice(0, 12);
      return longer.map((term) => way(term, PREFIX * Math.sqrt(word.length / term.length)));
    }

    keepOnce() {
      this.slots.sort((one, other) => one.at - other.at);
      const kept = new Map(this.slots.map((slot) => [slot.ways[0].words.toLowerCase(), slot]));
      this.slots = [...kept.values()];
    }

    // Pairs of characters across two Chinese words, and names from the reader's own program, are found nowhere.
    dropUnknown() {
      if (!this.slots.some(({ isKnown }) => isKnown)) return;
      this.slots = this.slots.filter(({ isKnown, ways }) => isKnown || !(this.isError || isHan(ways[0].words)));
    }
  }

  // ---- Ranking ----

  // By unit, the sum over the slots of the best way in which the unit says each, and how much of the query that covers.
  const baseScores = (query) => {
    const totals = new Map();
    for (const slot of query.slots) {
      const best = new Map();
      slot.ways.forEach(({ weight }, number) => {
        const { worth, scores } = slot.found[number];
        for (const [unit, score] of scores) {
          const value = slot.weight * weight * worth * score;
          if (value > (best.get(unit)?.value ?? 0)) best.set(unit, { value, weight });
        }
      });
      for (const [unit, { value, weight }] of best) {
        const total = totals.get(unit) ?? { score: 0, covered: 0 };
        total.score += value;
        total.covered += (slot.worth * Math.min(1, weight + 0.15)) / query.worth;
        totals.set(unit, total);
      }
    }
    return totals;
  };

  // A name as its words, each with the terms that it is made of: the whole first, then its parts.
  const readName = (name) => {
    const words = [];
    for (const [piece] of name.matchAll(PIECES)) {
      if (isHan(piece)) termsOf(piece).forEach((term) => words.push([term]));
      else words.push([...new Set(termsOf(piece))]);
    }
    return { words, terms: new Set(words.flat()) };
  };

  // How well a query and a name fit, 0 to 1: the harmonic mean of how much of each is in the other.
  const fit = (query, { words, terms }, index) => {
    const said = new Map();
    let found = 0;
    for (const { ways, worth } of query.slots) {
      let best = 0;
      for (const { terms: own, weight } of ways) {
        if (!own.every((term) => terms.has(term))) continue;
        best = Math.max(best, weight);
        for (const term of own) said.set(term, Math.max(said.get(term) ?? 0, weight));
      }
      found += worth * best;
    }
    let [all, covered] = [0, 0];
    for (const [whole, ...parts] of words) {
      const worth = index.worth(index.size(whole));
      const byParts = parts.length ? PARTS * Math.min(...parts.map((part) => said.get(part) ?? 0)) : 0;
      all += worth;
      covered += worth * Math.max(said.get(whole) ?? 0, byParts);
    }
    return found && covered ? 2 / (query.worth / found + all / covered) : 0;
  };

  const bestFit = (query, names, index) => {
    let best = 0;
    for (const name of names) {
      for (const term of name.terms) {
        if (!query.terms.has(term)) continue;
        best = Math.max(best, fit(query, name, index));
        break;
      }
    }
    return best;
  };

  // Adds how near each result is to what the query is about, on the scale where the best value is 1.
  const addTopics = (ranked, units, near) => {
    const best = ranked.reduce((most, { value }) => Math.max(most, value), 0);
    for (const result of ranked) {
      const { kind, parent } = units[result.number];
      const nearness = kind === "example" ? EXAMPLE_NEAR * (near.get(parent) ?? 0) : near.get(result.number);
      result.value = result.value / best + ABOUT * nearness;
    }
  };

  const rank = (query, units, index, topics) => {
    const phrase = query.slots.length > 1 ? index.lookUp(query.text.trim()).scores : new Map();
    const ranked = [];
    for (const [number, { score, covered }] of baseScores(query)) {
      const unit = units[number];
      const inTitle = TITLE_FIT * bestFit(query, unit.titles, index) ** 2;
      const inNames = NAME_FIT * bestFit(query, unit.others, index) ** 2;
      const inApi = (query.isName ? CODE_FIT : NAME_FIT) * bestFit(query, unit.library, index) ** 2;
      const inAsked = ASKED_FIT * bestFit(query, unit.questions, index);
      const bonus = Math.max(inTitle, inNames, inApi) + inAsked + PHRASE * (phrase.get(number) ?? 0);
      const value = (score + query.worth * bonus) * covered ** COVERED * unit.weight;
      ranked.push({ number, value, isApi: inApi > inTitle && inApi > NAME_FIT / 2 });
    }
    // A single word, a name, or an error text means what it says.
    const isQuestion = query.slots.length > 1 && !query.isError && !query.isName;
    if (topics && isQuestion) addTopics(ranked, units, topics.near(query));
    return ranked.sort((one, other) => other.value - one.value || one.number - other.number);
  };

  // ---- Results ----

  // Where the words of a query stand in a text, joined where they touch.
  const marksOf = (text, query) => {
    const found = [];
    const single = new Set();
    for (const { words, terms } of query.slots.flatMap(({ ways }) => ways)) {
      if (terms.length === 1 && words.length > 1) single.add(terms[0]);
      else if (terms.length) {
        for (const match of text.matchAll(phrasePattern(words))) found.push([match.index, match.index + match[0].length]);
      }
    }
    eachTerm(text, (term, start, end) => single.has(term) && found.push([start, end]));
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const joined = [];
    for (const [start, end] of found) {
      const last = joined.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  };

  // The mark from which on most different words stand close together.
  const densest = (text, marks, size) => {
    let [best, from] = [0, 0];
    marks.slice(0, 200).forEach(([start], i) => {
      const words = new Set();
      for (let j = i; j < marks.length && marks[j][1] <= start + size * 0.7; j++) {
        words.add(normal(text.slice(...marks[j])));
      }
      if (words.size > best) [best, from] = [words.size, start];
    });
    return from;
  };

  // What stands around the words that were found: {excerpt, marks}, beginning with a whole word.
  const excerptOf = (text, query, size) => {
    const marks = marksOf(text, query);
    const from = densest(text, marks, size);
    let start = Math.max(0, from - Math.round(size / 4));
    if (start) start += text.slice(start, from).search(/[\s，。；：、]/) + 1;
    const end = Math.min(text.length, start + size);
    const before = start ? "… " : "";
    const shift = before.length - start;
    return {
      excerpt: before + text.slice(start, end).replace(/\n/g, " ") + (end < text.length ? " …" : ""),
      marks: marks.filter((mark) => mark[0] >= start && mark[1] <= end).map(([a, b]) => [a + shift, b + shift]),
    };
  };

  // ---- Data ----

  const readTitles = ({ pages }) => {
    const units = [];
    const firsts = [];
    for (const [page, [address, chapter, own]] of pages.entries()) {
      const first = units.length;
      firsts.push(first);
      for (const [kind, parent, label, title, names, api] of own) {
        const place = parent < 0 ? { parent: -1, chapter, url: address } : { parent: first + parent, url: `${address}#${label}` };
        units.push({ kind, page, label, title: title || address, names, api, also: [], asked: [], text: "", code: "", ...place });
      }
    }
    // A page of a chapter stands under the page of the chapter, which may come behind it.
    for (const first of firsts) if (units[first].chapter >= 0) units[first].parent = firsts[units[first].chapter];
    return units;
  };

  // The same units with their text; the examples come behind them.
  const readText = (titles, pages) => {
    const units = titles.map((unit) => ({ ...unit }));
    const firsts = titles.flatMap((unit, number) => (unit.kind === "page" ? [number] : []));
    for (const [page, [own, examples]] of pages.entries()) {
      const first = firsts[page];
      own.forEach(([also, text, code, asked = []], number) => Object.assign(units[first + number], { also, asked, text, code }));
      for (const [parent, label, title, names, also, code] of examples) {
        const place = { page, label, parent: first + parent, url: `${units[first].url}#${label}` };
        units.push({ kind: "example", title, names, api: [], also, asked: [], text: "", code, ...place });
      }
    }
    return units;
  };

  // `Pool.map` for `multiprocessing.pool.Pool.map`.
  const shortName = (name) => name.split(".").slice(-2).join(".");

  // Adds what the index and the ranking want to know of each unit.
  const prepare = (units) => {
    for (const unit of units) {
      unit.path = [];
      for (let up = unit.parent; up >= 0; up = units[up].parent) unit.path.unshift(units[up].title);
      const api = unit.api.map(shortName);
      const names = [...unit.names, ...unit.also, ...api];
      unit.fields = [unit.title, names.join("\n"), unit.path.join("\n"), unit.asked.join("\n"), unit.text, unit.code];
      const isHeading = unit.kind === "section" && !unit.text && !unit.code;
      unit.weight = KINDS[unit.kind] * (isHeading ? HEADING_WEIGHT : ASIDE.test(unit.label) ? ASIDE_WEIGHT : 1);
      // `Deadlock: two locks in opposite order` is about what stands before the colon.
      const topics = unit.kind === "error" ? [] : unit.title.split(/[:：]/).slice(0, -1);
      unit.titles = [unit.title, ...topics].map(readName);
      unit.others = [...unit.names, ...unit.also].map(readName);
      unit.questions = unit.asked.map(readName);
      unit.library = api.map(readName);
    }
    return units;
  };

  // ---- Where nothing is found ----

  const pairsOf = (text) => {
    const signs = normal(text).replace(/\s+/g, " ");
    return new Set(Array.from({ length: Math.max(0, signs.length - 1) }, (_, i) => signs.slice(i, i + 2)));
  };

  // Which names share most pairs of letters with a text; a longer name is a little less near.
  const nearestNames = (text, names, limit) => {
    const own = pairsOf(text.slice(0, LONGEST_QUERY));
    const near = [];
    for (const name of new Set(names)) {
      const pairs = pairsOf(name);
      const common = [...pairs].filter((pair) => own.has(pair)).length;
      if (common) near.push([common / (own.size + pairs.size / 3), name]);
    }
    return near.sort((one, other) => other[0] - one[0]).slice(0, limit).map(([, name]) => name);
  };

  // ---- The search ----

  const create = (titles) => {
    const groups = readGroups(titles);
    const small = readTitles(titles);
    const size = titles.edition === "zh" ? 80 : 160; // letters of an excerpt
    let units = prepare(small);
    let index = new Index(units, groups.said);
    let topics; // only of the whole text

    // A query is asked for its results, and for how it was understood: it is the same one.
    let last;
    const understand = (text) => {
      if (last?.typed !== text) last = { typed: text, query: new Query(text, index, groups) };
      return last.query;
    };

    const show = ({ number, isApi }, query) => {
      const { label, url, page, path, title, kind, text, code } = units[number];
      const inText = excerptOf(text, query, size);
      const { excerpt, marks } = inText.marks.length || !code ? inText : excerptOf(code, query, size);
      const shown = isApi && (kind === "section" || kind === "page") ? "api" : kind;
      return { label, url, page, path, title, titleMarks: marksOf(title, query), kind: shown, excerpt, marks };
    };

    return {
      addText(text) {
        units = prepare(readText(small, text));
        index = new Index(units, groups.said);
        topics = new Topics(units, index);
        last = undefined;
      },
      find(text, limit = 20) {
        const query = understand(text);
        const onPage = new Map();
        const results = [];
        for (const result of rank(query, units, index, topics)) {
          const { page } = units[result.number];
          onPage.set(page, (onPage.get(page) ?? 0) + 1);
          if (results.length < limit && onPage.get(page) <= PER_PAGE) results.push(result);
        }
        return results.map((result) => show(result, query));
      },
      read(text) {
        const { text: understood, corrected } = understand(text);
        return { text: understood, corrected };
      },
      nearest(text, limit = 5) {
        const names = units.flatMap((unit) => (unit.kind === "example" ? [] : [...unit.names, unit.title]));
        return nearestNames(text, names, limit);
      },
      marksIn: (text, query) => marksOf(text, understand(query)),
    };
  };

  return { create };
})();
