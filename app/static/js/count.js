// The composer's instant count and colours: an estimate by the rules of simulator/text. The server's number wins.
window.fledge = window.fledge || {};

const LINK = 23;
// Country codes: a first letter, then every second letter that goes with it.
const COUNTRIES =
  "acdefgilmnoqrstuwxz babdefghijlmnoqrstvwyz cacdfghiklmnoruvwxyz dejkmoz eceghrstu fijkmor " +
  "gabdefghilmnpqrstuwy hkmnrtu idelmnoqrst jemop keghimnprwyz labcikrstuvy macdefghklmnopqrstuvwxyz " +
  "nacefgilopruz om paefghklmnrstwy qa reosuw sabcdeghijklmnorstuvxyz tcdfghjklmnoprtvwz uagkmsyz vaceginu " +
  "wfs yet zamw";
// Of the other endings those that people in care meet, or type by leaving out a space ("shift.Live").
const OTHERS =
  "com|org|net|edu|gov|int|info|biz|app|blog|care|chat|club|cymru|dev|education|events|family|fun|health|help|" +
  "hospital|how|jobs|life|live|london|love|media|news|now|one|online|page|scot|shop|site|social|support|team|tips|" +
  "today|top|training|video|wales|watch|work|world|xyz";

const EDGE = "\\s!-,/:-@\\[-^`{-~\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"; // ends a host; "-", "." and "_" do not
const LETTER = `[^${EDGE}._-]`;
const LABEL = `${LETTER}(?:-*${LETTER})*`;
const ACCENTS = "\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0300-\\u036f\\u1e00-\\u1eff";
const WESTERN = `[A-Za-z0-9${ACCENTS}](?:-*[A-Za-z0-9${ACCENTS}])*`;
const END = `(?:${COUNTRIES.replace(/(\w)(\w+) ?/g, "$1[$2]|")}${OTHERS})(?![A-Za-z0-9@+-])`;
const link = new RegExp(
  `(^|[^A-Za-z0-9@＠$#＃])(?:(https?://)(?:${LETTER}(?:[_-]*${LETTER})*\\.)*${LABEL}` +
    `|(?:${WESTERN}\\.)*${WESTERN})\\.${END}`,
  "gi",
);
const ANY = `A-Za-z0-9\\u0400-\\u04ff${ACCENTS}!*';:=+,.$/%#\\[\\]\\u2013_~@|&-`;
const FINAL = `[A-Za-z0-9\\u0400-\\u04ff${ACCENTS}=_#/+-]`;
const QUERY = "(?:\\?[\\w!?*'();:&=+$/%#\\[\\].,~|@-]*[\\w&=#/-])?";
const tail = new RegExp(`(?::\\d+)?(/(?:[${ANY}]*(?:${FINAL}|\\([${ANY}]+\\)))*)?${QUERY}`, "y");
const short = new RegExp(`(/[A-Za-z0-9]+)?${QUERY}`, "y");
const TAG =
  "\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003" +
  "\\u0f0b\\u0f0c\\xb7";
const hashtag = new RegExp(`(^|[^&${TAG}]|[\\ufe0e\\ufe0f])([#＃](?![\\ufe0f\\u20e3])[${TAG}]+)`, "gu");
const mention = /(^|[^\w!#$%&*@＠]|(?:^|[^\w+~.-])[Rr][Tt])([@＠]\w{1,20})/g;
const afterMention = new RegExp(`^(?:[@＠${ACCENTS}]|://)`);

function links(text) {
  const found = [];
  let used = -1; // where the last match ends, a link or not: its characters are used up
  for (const match of text.matchAll(link)) {
    const start = match.index + match[1].length;
    const host = match.index + match[0].length;
    if (start <= used) continue;
    const rest = match[2] && /\/\/t\.co$/i.test(match[0]) ? short : tail;
    rest.lastIndex = host;
    const [path, slashed] = rest.exec(text);
    used = host + path.length;
    const end = match[2] || slashed ? used : host;
    if (match[2] || !/[-_./]/.test(match[1])) found.push({ kind: "link", start, end });
  }
  return found;
}

function signed(text, kind, pattern, fits) {
  return [...text.matchAll(pattern)]
    .map((match) => ({ kind, start: match.index + match[1].length, end: match.index + match[0].length }))
    .filter(({ start, end }) => fits(text.slice(start, end), text.slice(end, end + 3)));
}

/** What is stored of a typed text: no spaces around it, at most one empty line, NFC. */
fledge.tidy = (text) =>
  text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").normalize("NFC").trim().replace(/\n{3,}/g, "\n\n");

/** Mentions, hashtags and links as {kind, start, end}, in code points of the text as it is. */
fledge.spans = (text) => {
  const found = [
    ...links(text),
    ...signed(text, "hashtag", hashtag, (tag, after) => /[\p{L}\p{M}]/u.test(tag) && !/^(?:[#＃]|:\/\/)/.test(after)),
    ...signed(text, "mention", mention, (_, after) => !afterMention.test(after)),
  ].sort((one, other) => one.start - other.start);
  let last = 0;
  return found.filter(({ start, end }) => start >= last && (last = end)).map((span) => inCodePoints(text, span));
};

/** Characters used and left, and where the part that is too much begins (null: it fits), for a text as typed. */
fledge.count = (text, { media = false, quote = false, limit = 140 } = {}) => {
  const tidied = fledge.tidy(text);
  const spans = links(tidied).map((span) => inCodePoints(tidied, span));
  const beside = (media ? 23 : 0) + (quote ? 24 : 0);
  const length = spans.reduce((sum, { start, end }) => sum + LINK - (end - start), [...tidied].length + beside);
  const skipped = [...text.slice(0, text.length - text.trimStart().length)].length;
  return { length, left: limit - length, overFrom: length > limit ? skipped + overFrom(spans, limit - beside) : null };
};

function overFrom(spans, room) {
  let saved = 0; // characters by which the links so far count less than they are long
  for (const { start, end } of spans) {
    if (start - saved + LINK > room) return Math.min(start, room + saved);
    saved += end - start - LINK;
  }
  return room + saved;
}

function inCodePoints(text, { kind, start, end }) {
  const before = [...text.slice(0, start)].length;
  return { kind, start: before, end: before + [...text.slice(start, end)].length };
}
