// Trunk's last step (see Trunk.toml): what it leaves open in the built page.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const page = join(dist, "index.html");

writeFileSync(page, allowInlineScripts(moveWorker(readFileSync(page, "utf8"))));

// Trunk gives the page's files names with a hash, but not the worker's. A browser's or a host's cache
// could then mix a new page with an old worker, or a new worker.js with an old wasm. A folder named by
// what is in it cannot be mixed, and the files in it, which name each other, stay as they are.
function moveWorker(html) {
  const files = ["worker_loader.js", "worker.js", "worker_bg.wasm"];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(dist, file)));
  const folder = `worker-${hash.digest("hex").slice(0, 16)}`;
  mkdirSync(join(dist, folder));
  for (const file of files) renameSync(join(dist, file), join(dist, folder, file));
  return replaceOnce(html, "./worker_loader.js", `./${folder}/worker_loader.js`);
}

// The page's policy has no 'unsafe-inline': the script with which Trunk starts the wasm goes by its hash.
// `trunk serve` adds a script that reloads the page and changes it when it is served, so there a hash
// cannot hold; it also needs a web socket.
function allowInlineScripts(html) {
  if (html.includes(".well-known/trunk/ws")) {
    const scripts = replaceOnce(html, "script-src 'self'", "script-src 'self' 'unsafe-inline'");
    return replaceOnce(scripts, "connect-src 'self'", "connect-src 'self' ws: wss:");
  }
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)];
  const hashes = inline.map(([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  return replaceOnce(html, "script-src 'self'", ["script-src 'self'", ...hashes].join(" "));
}

function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`index.html must have «${from}» once`);
  return text.replace(from, () => to);
}
