// Builds styles and scripts: node frontend/build.mjs OUT NHS_TEMPLATES
// The same sources give the same bytes: nothing here reads a clock or the machine's name.

import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build as bundle } from "esbuild";
import { transform as minify } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import * as sass from "sass";

import { logical } from "./logical.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const [out, nhsTemplates] = process.argv.slice(2);

// What the purge reads: the templates that extend layouts/woman.jinja and what these include, our form fields, and the
// NHS templates and scripts that women's pages use. Other pages have the whole stylesheet.
const PARTS = "character-count checkboxes error-message error-summary fieldset hint input label legend radios select textarea";
const OURS = "components/header components/help components/journey components/keeping components/languages components/mark components/notices components/pictures layouts/bare layouts/page layouts/woman web/feedback/*";
const SCRIPTS = "character-count checkboxes radios";
const WOMEN_SEE = [
  ...OURS.split(" ").map((name) => `${root}/templates/${name}.jinja`),
  `${root}/templates/components/gallery/{question,receipt}.jinja`,
  `${root}/frontend/js/{,woman/,offline/}*.mjs`,
  `${root}/surveys/web/{feedback,journey,nhs_forms}/**/*.py`,
  ...PARTS.split(" ").map((name) => `${nhsTemplates}/nhsuk/components/${name}/template.jinja`),
  ...SCRIPTS.split(" ").map((name) => `${root}/node_modules/nhsuk-frontend/dist/nhsuk/components/${name}/${name}.mjs`),
];
// Classes that templates or scripts put together from pieces.
const KEPT = {
  standard: ["js-enabled", "nhsuk-frontend-supported", /^nhsuk-input--width-/, /^nhsuk-(label|fieldset__legend)--[sml]$/, /^mv-timeline__step--/],
};

const compile = (name) =>
  sass.compile(`${here}/scss/${name}.scss`, { loadPaths: [`${root}/node_modules`, `${here}/scss`], quietDeps: true }).css;

const purge = async (css) => {
  const [{ css: purged }] = await new PurgeCSS().purge({
    // The page's direction comes from a function, so no template names "rtl".
    content: [...WOMEN_SEE, { raw: "rtl", extension: "txt" }],
    css: [{ raw: css }],
    safelist: KEPT,
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
  });
  return purged;
};

const style = async (name, steps = []) => {
  let css = compile(name);
  for (const step of steps) css = await step(css);
  css = postcss([logical()]).process(css, { from: undefined }).css;
  const { code } = minify({ filename: `${name}.css`, code: Buffer.from(css), minify: true });
  await writeFile(path.join(out, `${name}.css`), code);
};

const script = (name, format = "esm") =>
  bundle({
    entryPoints: [`${here}/js/${name}.mjs`],
    bundle: true,
    format,
    minify: true,
    target: "es2020",
    legalComments: "none",
    outfile: path.join(out, `${name}.js`),
  });

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await style("woman", [purge]);
await style("desk");
await style("card");
await style("kiosk");
await script("woman");
await script("desk");
await script("offline");
// Not every browser takes a module as a worker.
await script("worker", "iife");
await script("kiosk");
await copyFile(`${here}/mark.svg`, path.join(out, "mark.svg"));
