// Makes named values of what {{product}} sends: raw process data is decoded by its description, other values pass.
// msg.payload: {key: value}, msg.units, msg.labels, msg.statuses: the same keys, where there are any.
const layout = {{layout}};
{{decoder}}
const octetsOf = (data) => {
    if (Array.isArray(data)) { return data; }
    if (typeof data === "string") { return [...Buffer.from(data.replace(/[\s:-]|^0x/gi, ""), "hex")]; }
    if (data && data.base64 !== undefined) { return [...Buffer.from(data.base64, "base64")]; }
    return data && data.hex !== undefined ? [...Buffer.from(data.hex.replace(/\s/g, ""), "hex")] : null;
};
const given = typeof msg.payload === "string" ? JSON.parse(msg.payload) : msg.payload;
const out = { topic: msg.topic, device_id: msg.topic.split("/").slice(-2)[0], payload: {}, units: {}, labels: {}, statuses: {} };
const take = (key, entry) => {
    if (entry.value !== undefined) { out.payload[key] = entry.value; }
    if (entry.unit) { out.units[key] = entry.unit; }
    if (entry.label) { out.labels[key] = entry.label; }
    if (entry.status) { out.statuses[key] = entry.status; }
};
const master = given.iolink && typeof given.iolink === "object" ? given.iolink : null;
const directions = { in: octetsOf(master ? master.value : given.processDataIn), out: octetsOf(given.processDataOut) };
if (given.valid === false || master && master.valid === false) { node.status({ fill: "yellow", shape: "ring", text: "not valid" }); return null; }
try {
    for (const [direction, octets] of Object.entries(directions)) {
        if (octets) {
            for (const entry of decodeProcessData(layout, direction, octets, flow.get("parameters") || {}).values) {
                take((direction === "out" ? "out_" : "") + entry.key, entry);
            }
        }
    }
} catch (error) {
    node.status({ fill: "red", shape: "dot", text: error.message });
    node.error(error.message, msg);
    return null;
}
if (!directions.in && !directions.out) {
    if (given.parameter !== undefined) {
        take(given.parameter, given);
    } else {
        for (const [key, value] of Object.entries(given)) { if (!/^(timestamp|valid|processData.*|iolink)$/.test(key)) { take(key, { value }); } }
    }
}
out.timestamp = given.timestamp;
node.status({ fill: "green", shape: "dot", text: Object.keys(out.payload).length + " values" });
return out;
