// Times onnxruntime-node on one thread. Argument: the folder node_modules that holds it. Lines, words with tabs between:
// "load MODEL", "input NAME FILE SHAPE" (raw float32, shape as 1,3,224,224), "save OUTPUT FILE", each answered "ok";
// "run NANOS", answered with the nanoseconds of one run.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');

let ort;
try {
  ort = require(path.resolve(process.argv[2], 'onnxruntime-node'));
} catch (e) {
  console.log('missing onnxruntime-node');
  process.exit();
}
let session;
let inputs = {};
const answers = {
  async load(model) {
    inputs = {};
    session = await ort.InferenceSession.create(model, {intraOpNumThreads: 1, interOpNumThreads: 1});
    return 'ok';
  },
  async input(name, file, shape) {
    const raw = fs.readFileSync(file);
    const values = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
    inputs[name] = new ort.Tensor('float32', values, shape.split(',').map(Number));
    return 'ok';
  },
  async save(output, file) {
    const values = (await session.run(inputs, [output]))[output].data;
    fs.writeFileSync(file, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    return 'ok';
  },
  async run(least) {
    let times = 0;
    let taken = 0;
    const start = process.hrtime.bigint();
    do {
      await session.run(inputs);
      times++;
      taken = Number(process.hrtime.bigint() - start);
    } while (taken < Number(least));
    return taken / times;
  },
};

async function main() {
  console.log('ready onnxruntime-node ' + ort.env.versions.node);
  for await (const line of readline.createInterface({input: process.stdin})) {
    const [what, ...words] = line.split('\t');
    console.log(String(await answers[what](...words)));
  }
}
main();
