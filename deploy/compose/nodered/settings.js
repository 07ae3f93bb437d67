// Settings of Node-RED in the profile "nodered": nobody gets in without the password that was made at the first start
// (docker compose run --rm init show), and credentials in flows are encrypted with a secret of this stack.
const { readFileSync } = require("node:fs");
const { createHash, timingSafeEqual } = require("node:crypto");

const secret = (name) => readFileSync(`/run/greenstack/${name}`, "utf8").trim();
const digest = (text) => createHash("sha256").update(text).digest();
const admin = { username: "admin", permissions: "*" };

// Flows read these as ${MQTT_HOST} and so on.
process.env.MQTT_HOST = "mosquitto";
process.env.GREENSTACK_URL = "http://api-service:8080";

module.exports = {
  flowFile: process.env.FLOWS || "flows.json",
  credentialSecret: secret("credential-secret"),
  uiPort: 1880,
  adminAuth: {
    type: "credentials",
    users: async (name) => (name === admin.username ? admin : null),
    authenticate: async (name, password) =>
      name === admin.username && timingSafeEqual(digest(password), digest(secret("admin-password"))) ? admin : null,
  },
  // Function nodes get no modules beside those of Node-RED.
  functionExternalModules: false,
  telemetry: { enabled: false },
  editorTheme: { tours: false },
  logging: { console: { level: "info", metrics: false, audit: false } },
};
