// What c2pa-rs says of files in node, as one JSON line a file; ConformanceTest holds Docket against it.
//   node src/test/c2pa/reference.mjs PACKAGE ANCHORS LIST
// PACKAGE is @contentauth/c2pa-wasm unpacked, ANCHORS a PEM file or -, LIST a file with a path on each line.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [pkg, anchors, list] = process.argv.slice(2);
const files = readFileSync(list, 'utf8').split('\n').filter(f => f);
const m = await import(pathToFileURL(pkg + '/pkg/c2pa.js'));
m.initSync({ module: readFileSync(pkg + '/pkg/c2pa_bg.wasm') });
globalThis.fetch = () => Promise.reject(new TypeError('no network'));
const settings = { verify: { remote_manifest_fetch: false, ocsp_fetch: false, verify_trust: true }, core: { allowed_network_hosts: [] } };
if (anchors !== '-') settings.trust = { trust_anchors: readFileSync(anchors, 'utf8') };
const types = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', heic: 'image/heic', heif: 'image/heif', gif: 'image/gif', tif: 'image/tiff', tiff: 'image/tiff', jxl: 'image/jxl', svg:'image/svg+xml' };
for (const f of files) {
  const t = types[f.split('.').pop().toLowerCase()];
  const t0 = performance.now();
  let out;
  try {
    const r = await m.WasmReader.fromBytes(t, readFileSync(f), JSON.stringify(settings));
    const j = JSON.parse(r.json());
    out = { state: j.validation_state, failures: (j.validation_results?.activeManifest?.failure ?? []).map(x => x.code), ingredients: (j.validation_results?.ingredientDeltas ?? []).flatMap(d => d.validationDeltas.failure.map(x => x.code)) };
    r.free();
  } catch (e) { out = { error: String(e.message ?? e) }; }
  console.log(JSON.stringify({ file: f, ms: Math.round(performance.now() - t0), ...out }));
}
