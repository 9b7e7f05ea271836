// Makes the signed test pictures of dev.docket.provenance.c2pa anew, with new certificates:
//   npm pack @contentauth/c2pa-wasm@0.13.3 && tar -xzf contentauth-c2pa-wasm-0.13.3.tgz
//   node src/test/c2pa/sign.mjs package PAINTED src/test/resources/c2pa
//   mv src/test/resources/c2pa/edited.jpg src/main/resources/c2pa   (docket bench reads it too)
// PAINTED is where PaintedPictures (a main class of the tests) wrote the pictures. Wants node 20 and openssl on the path.
// The private keys are made here and thrown away: what is kept are pictures and public certificates.
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pkg, painted, target] = process.argv.slice(2).map(f => resolve(f));
const keys = mkdtempSync(join(tmpdir(), 'c2pa-'));
const openssl = (...args) => execFileSync('openssl', args, { cwd: keys, stdio: ['ignore', 'pipe', 'ignore'] });

// ---- certificates: an authority, and signers it vouches for

function key(name) {
  openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', name + '.key');
}

function authority() {
  key('root');
  writeFileSync(join(keys, 'root.cnf'), '[req]\nprompt=no\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\nO=Docket Test Authority\nCN=Docket Test Root\n'
    + '[ext]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n');
  openssl('req', '-x509', '-new', '-key', 'root.key', '-config', 'root.cnf', '-days', '10950', '-out', 'root.pem');
}

function signer(name, organisation, days) {
  key(name);
  writeFileSync(join(keys, name + '.cnf'), `[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nO=${organisation}\nCN=${organisation} Signer\n`
    + '[ext]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,emailProtection\n'
    + 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n');
  openssl('req', '-new', '-key', name + '.key', '-config', name + '.cnf', '-out', name + '.csr');
  openssl('x509', '-req', '-in', name + '.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', String(days),
    '-extfile', name + '.cnf', '-extensions', 'ext', '-out', name + '.pem');
}

// ---- COSE_Sign1 with ES256 and the chain in the protected header, without any padding: every byte counts

const head = (major, n) => n < 24 ? Buffer.from([major << 5 | n]) : n < 256 ? Buffer.from([major << 5 | 24, n]) : n < 65536
  ? Buffer.from([major << 5 | 25, n >> 8, n & 255]) : Buffer.from([major << 5 | 26, n >>> 24, n >> 16 & 255, n >> 8 & 255, n & 255]);
const bytes = b => Buffer.concat([head(2, b.length), b]);
const list = items => Buffer.concat([head(4, items.length), ...items]);

function cose(name) {
  const chain = [new X509Certificate(readFileSync(join(keys, name + '.pem'))).raw, new X509Certificate(readFileSync(join(keys, 'root.pem'))).raw];
  const header = Buffer.concat([head(5, 2), head(0, 1), Buffer.from([0x26]), head(0, 33), list(chain.map(bytes))]);
  const privateKey = createPrivateKey(readFileSync(join(keys, name + '.key')));
  const signed = claim => {
    const text = Buffer.from('Signature1');
    const toSign = list([Buffer.concat([head(3, text.length), text]), bytes(header), bytes(Buffer.alloc(0)), bytes(Buffer.from(claim))]);
    const signature = sign('sha256', toSign, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return Buffer.concat([Buffer.from([0xD2]), list([bytes(header), head(5, 0), Buffer.from([0xF6]), bytes(signature)])]);
  };
  return { alg: 'es256', reserveSize: signed(Buffer.alloc(0)).length, sign: async claim => new Uint8Array(signed(claim)) };
}

// ---- pictures

/** The library wants a browser's Blob and reads it as a browser's worker does. */
class Held extends Blob {
  constructor(held) { super([held]); this.held = held; }
  slice(from, to) { return new Held(this.held.subarray(from, to)); }
}
globalThis.FileReaderSync = class { readAsArrayBuffer(blob) { return blob.held.slice().buffer; } };
globalThis.fetch = () => Promise.reject(new TypeError('no network'));
const c2pa = await import(pathToFileURL(join(pkg, 'pkg', 'c2pa.js')));
c2pa.initSync({ module: readFileSync(join(pkg, 'pkg', 'c2pa_bg.wasm')) });

const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif', tif: 'image/tiff', jxl: 'image/jxl' };
const AI = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const CAMERA = 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture';

function builder(title, actions) {
  return c2pa.WasmBuilder.fromJson(JSON.stringify({ title, claim_generator_info: [{ name: 'Docket test pictures', version: '1' }],
    assertions: [{ label: 'c2pa.actions.v2', data: { actions } }] }),
    JSON.stringify({ builder: { thumbnail: { enabled: false } }, verify: { verify_after_sign: false, remote_manifest_fetch: false } }));
}

const created = (digitalSourceType, name) => [{ action: 'c2pa.created', digitalSourceType, softwareAgent: { name, version: '3' } }];

async function write(file, from, by, made) {
  const type = TYPES[from.split('.').pop()];
  const out = await made.sign(cose(by), [], type, new Held(new Uint8Array(readFileSync(join(painted, from)))));
  writeFileSync(join(target, file), out);
  return out;
}

mkdirSync(target, { recursive: true });
try {
  authority();
  signer('maker', 'Docket Test Maker', 10900);
  signer('old', 'Docket Test Old Maker', 1);
  writeFileSync(join(target, 'anchors.pem'), readFileSync(join(keys, 'root.pem')));
  for (const kind of Object.keys(TYPES)) {
    await write('ai.' + kind, 'plain.' + kind, 'maker', builder('ai.' + kind, created(AI, 'Example Generator')));
  }
  const camera = await write('camera.jpg', 'plain.jpg', 'maker', builder('camera.jpg', created(CAMERA, 'Example Camera')));
  await write('expired.jpg', 'plain.jpg', 'old', builder('expired.jpg', created(CAMERA, 'Example Camera')));
  const remote = builder('remote.jpg', created(CAMERA, 'Example Camera'));
  remote.setRemoteUrl('https://manifests.example.invalid/remote.c2pa');
  remote.setNoEmbed(true);
  await write('remote.jpg', 'plain.jpg', 'maker', remote);
  const opened = [{ action: 'c2pa.opened', parameters: { ingredientIds: ['parent'] } }, { action: 'c2pa.color_adjustments' }];
  for (const [name, parent] of [['edited.jpg', camera], ['bad-ingredient.jpg', Uint8Array.from(camera, (b, at) => at === camera.length - 40 ? b ^ 1 : b)]]) {
    const edited = builder(name, opened);
    await edited.addIngredientFromBlob(JSON.stringify({ title: 'camera.jpg', relationship: 'parentOf', label: 'parent', instance_id: 'xmp:iid:parent',
      ...(name === 'edited.jpg' && { thumbnail: { format: TYPES.jpg, identifier: 'small.jpg' } }) }), TYPES.jpg, new Held(parent));
    if (name === 'edited.jpg') edited.addResourceFromBlob('small.jpg', new Held(new Uint8Array(readFileSync(join(painted, 'small.jpg')))));
    await write(name, 'plain.jpg', 'maker', edited);
  }
} finally {
  rmSync(keys, { recursive: true });
}
