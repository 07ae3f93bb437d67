const data = msg.payload;
if (!Buffer.isBuffer(data)) { return null; }
let bits = 0n;
for (let i = data.length - 1; i >= 0; i--) { bits = (bits << 8n) | BigInt(data[i]); }
const values = {};
for (const [key, at, size, kind, gradient, offset, unit] of fields) {
    if (at + size > 8 * data.length) { continue; }
    const raw = BigInt.asUintN(size, bits >> BigInt(at));
    if (kind === "bool") { values[key] = raw !== 0n; continue; }
    if (kind === "octets" || kind.startsWith("string")) {
        const octets = data.subarray(at / 8, (at + size) / 8);
        if (kind === "octets") { values[key] = octets.toString("hex"); continue; }
        const head = Number(kind.slice(-1));
        const length = octets.readUIntLE(0, head);
        values[key] = octets.subarray(head, head + length).toString("latin1");
        continue;
    }
    let value;
    if (kind === "real") {
        const view = Buffer.alloc(8);
        view.writeBigUInt64LE(raw);
        value = size === 32 ? view.readFloatLE(0) : view.readDoubleLE(0);
    } else {
        value = Number(kind === "int" ? BigInt.asIntN(size, raw) : raw);
    }
    if (gradient !== 1 || offset !== 0) { value = Number((value * gradient + offset).toPrecision(15)); }
    values[key] = value;
}
msg.payload = values;
return msg;
