// Reads a Parquet file of a decision set with hyparquet and prints a JSON line for each row: every column, the picture as its SHA-256.
//   node src/test/readers/parquet.mjs PACKAGE FILE
// PACKAGE is hyparquet unpacked. The first line is the footer's key values.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
const [pkg, file] = process.argv.slice(2);
const { parquetMetadata, parquetReadObjects } = await import(pathToFileURL(pkg + '/src/index.js'));
const bytes = readFileSync(file);
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
const meta = parquetMetadata(buffer);
console.log(JSON.stringify(Object.fromEntries(meta.key_value_metadata.map(e => [e.key, e.value]).concat([['row_groups', meta.row_groups.length]]))));
const plain = (key, value) => typeof value === 'bigint' ? Number(value) : value;
for (const row of await parquetReadObjects({ file: buffer, utf8: false })) {
  const image = row.image == null ? null : { path: text(row.image.path), bytes: row.image.bytes ? createHash('sha256').update(row.image.bytes).digest('hex') : null };
  console.log(JSON.stringify({ ...row, image }, plain));
}
function text(value) { return value instanceof Uint8Array ? new TextDecoder().decode(value) : value; }
