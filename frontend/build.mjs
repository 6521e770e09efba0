// Makes static/build/ out of the packages and frontend/css: one sheet per writing direction, and fonts.
import { bundle, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import rtlcss from "rtlcss";
import subsetFont from "subset-font";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const TARGET = "static/build";
const DRAFT = "static/.build.new";
const SOURCES = ["templates", "organisations", "events", "dialogues", "funding", "kme_portal", "frontend/safelist.txt"];
const LATIN = "node_modules/@fontsource/fira-sans";
const ARABIC = "node_modules/@fontsource/noto-sans-arabic";

// Every face bears one family name, so that the browser fetches the files with the letters it must
// show. Of two faces with a letter the later one wins: the small files stand in for the large ones.
const NAMES = "ĞğİıŞş" + "ČčĆćĐđŠšŽžĀāĒēĪīŌōŪūḤḥḌḍḎḏḪḫṢṣṬṭẒẓḲḳĠġʿʾ" + "ŁłŃńŚśŹźŻżĄąĘęŐőŰűŇňŘřŤťŮů";
const ARABIC_LETTERS = between(0x0600, 0x06ff) + "\u200c\u200d\u200e\u200f\u2010\u2011";
const FACES = [
  { from: LATIN, subset: "latin-ext", files: [400, 600] },
  { from: LATIN, subset: "latin-ext", files: [400, 600], only: NAMES, as: "fira-sans-names" },
  { from: ARABIC, subset: "arabic", files: [400, 700] },
  { from: ARABIC, subset: "arabic", files: [400, 700], only: ARABIC_LETTERS, as: "noto-sans-arabic-letters" },
  { from: LATIN, subset: "latin", files: [400, 600] },
];
const WEIGHTS = ["400", "600 700"];

function between(first, last) {
  return Array.from({ length: last - first + 1 }, (_, step) => String.fromCharCode(first + step)).join("");
}

async function fontFaces() {
  mkdirSync(join(DRAFT, "fonts"), { recursive: true });
  const rules = [];
  for (const { from, subset, files, only, as } of FACES) {
    const packaged = `${basename(from)}-${subset}`;
    const range = only
      ? Array.from(new Set(only), (letter) => `U+${letter.codePointAt(0).toString(16)}`).join()
      : JSON.parse(readFileSync(`${from}/unicode.json`, "utf8"))[subset];
    for (const [index, file] of files.entries()) {
      const whole = readFileSync(`${from}/files/${packaged}-${file}-normal.woff2`);
      const font = only ? await subsetFont(whole, only, { targetFormat: "woff2" }) : whole;
      const path = `fonts/${as ?? packaged}-${file}.woff2`;
      writeFileSync(join(DRAFT, path), font);
      rules.push(`@font-face{font-family:"Fira Sans";font-style:normal;font-weight:${WEIGHTS[index]};` +
        `font-display:swap;src:url("${path}") format("woff2");unicode-range:${range}}`);
    }
  }
  return rules.join("\n");
}

function textsThatNameClasses() {
  const texts = [];
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else if (/\.(html|py|txt|svg|js)$/.test(entry.name)) texts.push(readFileSync(child, "utf8"));
    }
  };
  for (const source of SOURCES) {
    if (!existsSync(source)) continue;
    if (source.endsWith(".txt")) texts.push(readFileSync(source, "utf8"));
    else walk(source);
  }
  return texts;
}

// "kern-icon--{{ name }}" keeps those classes of that beginning whose ending is a word somewhere.
function namedInPieces(css, texts, words) {
  const beginnings = new Set();
  for (const text of texts)
    for (const [, beginning] of text.matchAll(/(kern-[\w-]*-)(?=\{[{%]|\{\w|%\()/g)) beginnings.add(beginning);
  const classes = new Set(Array.from(css.matchAll(/\.(kern-[\w-]+)/g), ([, name]) => name));
  return [...classes].filter((name) =>
    [...beginnings].some((beginning) => name.startsWith(beginning) && words.has(name.slice(beginning.length))));
}

async function usedPartOf(css, texts) {
  const words = new Set(texts.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  const [result] = await new PurgeCSS().purge({
    content: texts.map((raw) => ({ raw, extension: "html" })),
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: namedInPieces(css, texts, words) },
    fontFace: false,
    keyframes: true,
  });
  return result.css;
}

const minified = (name, css) =>
  transform({ filename: name, code: Buffer.from(css), minify: true }).code.toString();

function own(name) {
  const path = `frontend/css/${name}`;
  return existsSync(path) ? bundle({ filename: path, minify: false }).code.toString() : "";
}

rmSync(DRAFT, { recursive: true, force: true });
mkdirSync(DRAFT, { recursive: true });
const texts = textsThatNameClasses();
const kern = await usedPartOf(readFileSync("node_modules/@kern-ux/native/dist/kern.min.css", "utf8"), texts);
const faces = await fontFaces();
// Our own sheets use logical properties, so KERN alone is mirrored.
const sheets = {
  "portal.css": [faces, kern, own("portal.css")],
  "portal.rtl.css": [faces, rtlcss.process(kern), own("portal.css")],
  "admin.css": [faces, own("admin.css"), own("admin-register.css")],
};
for (const [name, parts] of Object.entries(sheets)) {
  const css = minified(name, parts.join("\n"));
  writeFileSync(join(DRAFT, name), css);
  console.log(`${name} ${(css.length / 1024).toFixed(1)} kB`);
}
rmSync(TARGET, { recursive: true, force: true });
renameSync(DRAFT, TARGET);
