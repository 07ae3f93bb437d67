// Imports a flow into a real Node-RED beside a broker, publishes messages, and prints what the nodes of the flow send on.
// Input: {"flow": [...], "publish": [{"topic", "payload"}], "nodes": number of messages to wait for}
import { createServer } from "node:net";
import http from "node:http";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import aedesModule from "aedes";
import RED from "node-red";


setTimeout(() => { console.error("nothing came for a minute"); process.exit(1); }, 60000).unref();
const { flow, publish, expected } = JSON.parse(fs.readFileSync(0, "utf8"));
const broker = typeof aedesModule === "function" ? aedesModule() : new aedesModule.Aedes();
const tcp = createServer(broker.handle);
await new Promise((done) => tcp.listen(0, "127.0.0.1", done));
for (const node of flow) {
    // The broker of the test speaks MQTT 3.1.1 only.
    if (node.type === "mqtt-broker") { node.protocolVersion = "4"; node.broker = "127.0.0.1"; node.port = String(tcp.address().port); }
}
const server = http.createServer();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "node-red-"));
RED.init(server, {
    userDir: folder, httpAdminRoot: false, httpNodeRoot: false, credentialSecret: false,
    logging: { console: { level: "fatal" } }, telemetry: { enabled: false },
});
await RED.start();
const sent = [];
const names = Object.fromEntries(flow.map((node) => [node.id, node.name]));
let enough;
const complete = new Promise((done) => { enough = done; });
const subscribed = new Promise((done) => broker.on("subscribe", done));
RED.hooks.add("onSend.test", (events) => {
    for (const { msg, source } of events) {
        if (source.node.type === "function") { sent.push({ node: names[source.id], payload: msg.payload, unit: msg.unit, units: msg.units }); }
    }
    if (sent.length >= expected) { enough(); }
});
await RED.runtime.flows.setFlows({ flows: { flows: flow }, deploymentType: "full" });
await subscribed;
const problems = (await RED.runtime.flows.getFlows({})).flows.length === flow.length ? [] : ["not all nodes are there"];
for (const { topic, payload } of publish) {
    broker.publish({ cmd: "publish", topic, payload: Buffer.from(JSON.stringify(payload)), qos: 1, retain: false }, () => {});
}
await Promise.race([complete, new Promise((done) => setTimeout(done, 20000))]);
console.log(JSON.stringify({ problems, sent }));
fs.rmSync(folder, { recursive: true, force: true });
process.exit(0);
